package io.coxswain.network;

import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.resource.ResourceKey;
import io.coxswain.validation.FieldErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives Services of type NodePort and LoadBalancer their node ports. Ports of different protocols may share a number. */
final class NodePorts {
    private static final int LOWEST = 30_000;
    private static final int HIGHEST = 32_767;
    private static final int CHOSEN_BAND = 86;

    private final Allocation allocation = new Allocation(HIGHEST - LOWEST + 1, CHOSEN_BAND);

    static String protocol(ServicePort port) {
        return port.protocol().isEmpty() ? "TCP" : port.protocol();
    }

    ServiceSpec complete(
            ServiceSpec spec, ResourceKey service, ServiceAddresses.Others others, long now, FieldErrors place) {
        boolean check = ServiceTypes.needsHealthCheckPort(spec);
        if (!ServiceTypes.mayHaveNodePorts(spec)) {
            return spec;
        }
        Set<Integer> taken = taken(others);
        Set<Integer> own = new LinkedHashSet<>();
        for (int i = 0; i < spec.ports().size(); i++) {
            choose(
                    spec.ports().get(i).nodePort(),
                    service,
                    taken,
                    own,
                    now,
                    place.at("ports", i).at("nodePort"));
        }
        choose(spec.healthCheckNodePort(), service, taken, own, now, place.at("healthCheckNodePort"));
        taken.addAll(own);
        ServiceSpec result = spec;
        if (ServiceTypes.needsNodePorts(spec)) {
            result = result.withPorts(given(spec.ports(), service, taken, now, place));
        }
        return check && spec.healthCheckNodePort() == 0
                ? result.withHealthCheckNodePort(give(service, taken, now, place.at("healthCheckNodePort")))
                : result;
    }

    private void choose(
            int port, ResourceKey service, Set<Integer> taken, Set<Integer> own, long now, FieldErrors place) {
        if (port == 0) {
            return;
        }
        if (port < LOWEST || port > HIGHEST) {
            place.invalid(
                    port,
                    "provided port is not in the valid range. The range of valid ports is " + LOWEST + "-" + HIGHEST);
        } else if (taken.contains(port) || !allocation.take(port - LOWEST, service, now)) {
            place.invalid(port, "provided port is already allocated");
        }
        own.add(port);
    }

    private List<ServicePort> given(
            List<ServicePort> ports, ResourceKey service, Set<Integer> taken, long now, FieldErrors place) {
        List<ServicePort> given = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            ServicePort port = ports.get(i);
            if (port.nodePort() == 0) {
                int twin = twin(port, given);
                port = port.withNodePort(
                        twin > 0
                                ? twin
                                : give(service, taken, now, place.at("ports", i).at("nodePort")));
            }
            given.add(port);
        }
        return given;
    }

    /** The node port of the same port with another protocol, 0 if there is none. */
    private static int twin(ServicePort port, List<ServicePort> given) {
        for (ServicePort other : given) {
            if (other.port() == port.port() && !protocol(other).equals(protocol(port))) {
                return other.nodePort();
            }
        }
        return 0;
    }

    private int give(ResourceKey service, Set<Integer> taken, long now, FieldErrors place) {
        int number = allocation.give(service, now, candidate -> taken.contains(candidate + LOWEST));
        if (number < 0) {
            place.invalid(0, "all node ports " + LOWEST + "-" + HIGHEST + " are taken");
            return 0;
        }
        taken.add(number + LOWEST);
        return number + LOWEST;
    }

    private static Set<Integer> taken(ServiceAddresses.Others others) {
        Set<Integer> taken = new LinkedHashSet<>();
        others.all().forEach(service -> {
            service.spec().ports().forEach(port -> taken.add(port.nodePort()));
            taken.add(service.spec().healthCheckNodePort());
        });
        taken.remove(0);
        return taken;
    }
}
