package io.coxswain.balancing;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the slices of a Service say about one of its ports, in the order of their names. Of an endpoint that is in two of
 * them, as it may be while it moves from one to the other, a ready entry counts.
 */
final class KnownEndpoints {
    private static final int NAMED_IN_REASON = 5;

    private final Map<Endpoint, Placement> endpoints = new LinkedHashMap<>();
    private final int slices;
    private final @Nullable String port;

    /** @param port the port's name, {@code null} for the first port */
    KnownEndpoints(List<EndpointSlice> slices, @Nullable String port) {
        this.slices = slices.size();
        this.port = port;
        List<EndpointSlice> ordered = new ArrayList<>(slices);
        ordered.sort(Comparator.comparing(EndpointSlice::key));
        ordered.forEach(this::add);
    }

    private void add(EndpointSlice slice) {
        Integer number = number(slice);
        if (number == null) {
            return;
        }
        for (io.coxswain.api.discovery.v1.Endpoint entry : slice.endpoints()) {
            if (!entry.addresses().isEmpty()) {
                // the others are the same endpoint's, to be used by nobody (KEP-752)
                String address = entry.addresses().get(0);
                endpoints.merge(
                        new Endpoint(pod(slice, entry.targetRef(), address), address, number),
                        Placement.of(entry),
                        (one, other) -> one.ready() ? one : other);
            }
        }
    }

    private @Nullable Integer number(EndpointSlice slice) {
        for (EndpointPort candidate : slice.ports()) {
            if (port == null || port.equals(Objects.requireNonNullElse(candidate.name(), ""))) {
                return candidate.port();
            }
        }
        return null;
    }

    private static ResourceKey pod(EndpointSlice slice, @Nullable ObjectReference target, String address) {
        if (target == null || target.name().isEmpty()) {
            return ResourceKey.of(slice.metadata().namespace(), address);
        }
        String namespace = target.namespace().isEmpty() ? slice.metadata().namespace() : target.namespace();
        return ResourceKey.of(namespace, target.name());
    }

    Map<Endpoint, Placement> all() {
        return endpoints;
    }

    List<Endpoint> candidates(TrafficPolicy policy, Locality client) {
        return Candidates.of(
                        List.copyOf(endpoints.keySet()),
                        endpoint -> Objects.requireNonNull(endpoints.get(endpoint)),
                        policy,
                        client)
                .endpoints();
    }

    /** Why there is no candidate. */
    String reason(TrafficPolicy policy, Locality client) {
        if (slices == 0) {
            return "it has no EndpointSlice: is there such a Service, and does its selector match a pod?";
        }
        if (endpoints.isEmpty()) {
            return "its selector matches no pod with an address"
                    + (port == null || port.isEmpty() ? "" : ", or no pod has the port " + port);
        }
        long ready = endpoints.values().stream().filter(Placement::ready).count();
        if (ready > 0 && policy == TrafficPolicy.LOCAL) {
            return ready + " ready, none on node " + client.node() + ", and its traffic policy is Local";
        }
        return count() + ", none ready: " + states();
    }

    private String count() {
        long pods = endpoints.keySet().stream().map(Endpoint::pod).distinct().count();
        return pods == 1 ? "1 pod" : pods + " pods";
    }

    private String states() {
        List<String> parts = new ArrayList<>();
        endpoints.forEach((endpoint, placement) -> {
            if (parts.size() < NAMED_IN_REASON) {
                parts.add(endpoint.pod().name() + (placement.terminating() ? " terminating" : " not ready"));
            }
        });
        int more = endpoints.size() - parts.size();
        return String.join(", ", parts) + (more > 0 ? " and " + more + " more" : "");
    }
}
