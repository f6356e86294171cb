package io.coxswain.network;

import io.coxswain.api.core.v1.ServiceSpec;

/** What the type of a Service means for its address; an empty one stands for ClusterIP. */
final class ServiceTypes {
    static final String NONE = "None";

    private ServiceTypes() {}

    static boolean isExternalName(ServiceSpec spec) {
        return spec.type().equals("ExternalName");
    }

    static boolean isHeadless(ServiceSpec spec) {
        return spec.clusterIP().equals(NONE);
    }

    /** Whether it was given an address. */
    static boolean hasAddress(ServiceSpec spec) {
        return !isExternalName(spec) && !isHeadless(spec) && !spec.clusterIP().isEmpty();
    }

    static boolean isLoadBalancer(ServiceSpec spec) {
        return spec.type().equals("LoadBalancer");
    }

    /** Whether each port is to have a node port. */
    static boolean needsNodePorts(ServiceSpec spec) {
        return spec.type().equals("NodePort")
                || (isLoadBalancer(spec) && !Boolean.FALSE.equals(spec.allocateLoadBalancerNodePorts()));
    }

    static boolean mayHaveNodePorts(ServiceSpec spec) {
        return spec.type().equals("NodePort") || isLoadBalancer(spec);
    }

    static boolean needsHealthCheckPort(ServiceSpec spec) {
        return isLoadBalancer(spec) && spec.externalTrafficPolicy().equals("Local");
    }
}
