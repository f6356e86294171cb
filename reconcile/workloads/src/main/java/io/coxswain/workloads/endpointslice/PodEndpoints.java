package io.coxswain.workloads.endpointslice;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointBuilder;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that a pod is for a Service, with the ports it has there (Kubernetes {@code k8s.io/endpointslice}). The pod is one that the Service selects.
 *
 * @param endpoint with the pod's addresses and conditions
 * @param ports in the order of the Service; a named port that the pod lacks is left out
 */
record PodEndpoints(Endpoint endpoint, List<EndpointPort> ports) {
    static final String ZONE = "topology.kubernetes.io/zone";

    PodEndpoints {
        ports = List.copyOf(ports);
    }

    /** The endpoint, or empty if the pod has no address yet, has ended, or runs on a node that isn't there. */
    static Optional<PodEndpoints> of(Service service, Pod pod, Function<String, @Nullable Node> nodes) {
        String phase = pod.status().phase();
        List<String> addresses = addresses(pod);
        if (phase.equals("Succeeded") || phase.equals("Failed") || addresses.isEmpty()) {
            return Optional.empty();
        }
        Node node =
                pod.spec().nodeName().isEmpty() ? null : nodes.apply(pod.spec().nodeName());
        if (node == null && !service.spec().publishNotReadyAddresses()) {
            return Optional.empty();
        }
        return Optional.of(new PodEndpoints(endpoint(service, pod, node, addresses), ports(service, pod)));
    }

    /** The pod's addresses of version 4. */
    private static List<String> addresses(Pod pod) {
        return pod.status().podIPs().stream()
                .map(io.coxswain.api.core.v1.PodIP::ip)
                .filter(ip -> !ip.isEmpty() && ip.indexOf(':') < 0)
                .toList();
    }

    private static Endpoint endpoint(Service service, Pod pod, @Nullable Node node, List<String> addresses) {
        boolean serving = isReady(pod);
        boolean terminating = pod.metadata().deletionTimestamp() != null;
        boolean ready = service.spec().publishNotReadyAddresses() || (serving && !terminating);
        String nodeName = pod.spec().nodeName();
        String zone = node == null ? null : node.metadata().labels().get(ZONE);
        boolean named = !pod.spec().hostname().isEmpty()
                && pod.spec().subdomain().equals(service.metadata().name());
        return EndpointBuilder.builder()
                .addresses(addresses)
                .conditions(new EndpointConditions(ready, serving, terminating))
                .hostname(named ? pod.spec().hostname() : null)
                .nodeName(nodeName.isEmpty() ? null : nodeName)
                .zone(zone)
                .targetRef(ObjectReference.EMPTY
                        .withKind("Pod")
                        .withNamespace(pod.metadata().namespace())
                        .withName(pod.metadata().name())
                        .withUid(pod.metadata().uid()))
                .build();
    }

    private static boolean isReady(Pod pod) {
        return pod.status().conditions().stream()
                .anyMatch(condition ->
                        condition.type().equals("Ready") && condition.status().equals("True"));
    }

    private static List<EndpointPort> ports(Service service, Pod pod) {
        List<EndpointPort> ports = new ArrayList<>();
        for (ServicePort port : service.spec().ports()) {
            String protocol = port.protocol().isEmpty() ? "TCP" : port.protocol();
            Integer number = target(port, protocol, pod);
            if (number != null) {
                int served = ServedPorts.of(pod, number);
                ports.add(new EndpointPort(port.name(), port.appProtocol(), served, protocol));
            }
        }
        return ports;
    }

    private static @Nullable Integer target(ServicePort port, String protocol, Pod pod) {
        IntOrString target = port.targetPort();
        if (target.equals(IntOrString.ZERO)) {
            return port.port();
        }
        if (target.isNumber()) {
            return target.number();
        }
        Integer named = named(pod.spec().containers(), target.toString(), protocol);
        if (named != null) {
            return named;
        }
        List<Container> sidecars = pod.spec().initContainers().stream()
                .filter(container -> "Always".equals(container.restartPolicy()))
                .toList();
        return named(sidecars, target.toString(), protocol);
    }

    private static @Nullable Integer named(List<Container> containers, String name, String protocol) {
        for (Container container : containers) {
            for (ContainerPort port : container.ports()) {
                String declared = port.protocol().isEmpty() ? "TCP" : port.protocol();
                if (port.name().equals(name) && declared.equals(protocol)) {
                    return port.containerPort();
                }
            }
        }
        return null;
    }
}
