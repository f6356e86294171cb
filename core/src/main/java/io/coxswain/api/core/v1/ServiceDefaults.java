package io.coxswain.api.core.v1;

import io.coxswain.value.IntOrString;
import org.jspecify.annotations.Nullable;

/** What an author may leave out of a Service (Kubernetes {@code pkg/apis/core/v1/defaults.go}). Addresses and node ports are allocated at admission. */
final class ServiceDefaults {
    private static final int AFFINITY_SECONDS = 10_800;

    private ServiceDefaults() {}

    static Service service(Service service) {
        ServiceSpec spec = service.spec();
        String type = spec.type().isEmpty() ? "ClusterIP" : spec.type();
        boolean balanced = type.equals("LoadBalancer");
        boolean outside = balanced || type.equals("NodePort");
        boolean inside = outside || type.equals("ClusterIP");
        return service.withSpec(spec.with(builder -> builder.type(type)
                .sessionAffinity(spec.sessionAffinity().isEmpty() ? "None" : spec.sessionAffinity())
                .sessionAffinityConfig(affinity(spec))
                .ports(PodDefaults.each(spec.ports(), ServiceDefaults::port))
                .externalTrafficPolicy(
                        outside && spec.externalTrafficPolicy().isEmpty() ? "Cluster" : spec.externalTrafficPolicy())
                .internalTrafficPolicy(
                        inside && spec.internalTrafficPolicy() == null ? "Cluster" : spec.internalTrafficPolicy())
                .allocateLoadBalancerNodePorts(
                        balanced && spec.allocateLoadBalancerNodePorts() == null
                                ? Boolean.TRUE
                                : spec.allocateLoadBalancerNodePorts())));
    }

    private static @Nullable SessionAffinityConfig affinity(ServiceSpec spec) {
        SessionAffinityConfig config = spec.sessionAffinityConfig();
        if (!spec.sessionAffinity().equals("ClientIP")) {
            return null;
        }
        ClientIPConfig client = config == null ? null : config.clientIP();
        return client == null || client.timeoutSeconds() == null
                ? new SessionAffinityConfig(new ClientIPConfig(AFFINITY_SECONDS))
                : config;
    }

    private static ServicePort port(ServicePort port) {
        ServicePort named = port.protocol().isEmpty() ? port.withProtocol("TCP") : port;
        IntOrString target = named.targetPort();
        boolean absent = target.equals(IntOrString.ZERO) || target.toString().isEmpty();
        return absent ? named.withTargetPort(IntOrString.of(named.port())) : named;
    }
}
