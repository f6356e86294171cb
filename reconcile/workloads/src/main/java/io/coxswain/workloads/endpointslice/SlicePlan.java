package io.coxswain.workloads.endpointslice;

import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads endpoints over slices of at most {@value #MAX_ENDPOINTS}, so that as few slices as possible change: an endpoint stays in its slice, a new one goes where there is room.
 *
 * @param changed slices with what they shall hold now
 * @param created endpoints and ports of slices that are to be made
 * @param deleted slices that hold nothing any more
 */
record SlicePlan(List<EndpointSlice> changed, List<Content> created, List<EndpointSlice> deleted) {
    static final int MAX_ENDPOINTS = 100;

    /** What a slice holds. */
    record Content(List<EndpointPort> ports, List<Endpoint> endpoints) {}

    /** Plans the change from the present slices to the desired endpoints, which are given in a stable order. */
    static SlicePlan of(List<EndpointSlice> present, List<PodEndpoints> desired) {
        SlicePlan plan = new SlicePlan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<List<EndpointPort>, Map<String, Endpoint>> wantedByPorts = new LinkedHashMap<>();
        for (PodEndpoints endpoint : desired) {
            wantedByPorts
                    .computeIfAbsent(endpoint.ports(), ports -> new LinkedHashMap<>())
                    .put(podOf(endpoint.endpoint()), endpoint.endpoint());
        }
        List<EndpointSlice> withRoom = new ArrayList<>();
        for (EndpointSlice slice : present) {
            EndpointSlice kept = keep(slice, wantedByPorts.getOrDefault(slice.ports(), new LinkedHashMap<>()));
            withRoom.add(kept);
        }
        for (int i = 0; i < present.size(); i++) {
            EndpointSlice filled = fill(
                    withRoom.get(i), wantedByPorts.getOrDefault(present.get(i).ports(), Map.of()));
            if (filled.endpoints().isEmpty()) {
                plan.deleted.add(present.get(i));
            } else if (!filled.equals(present.get(i))) {
                plan.changed.add(filled);
            }
        }
        wantedByPorts.forEach((ports, left) -> plan.create(ports, new ArrayList<>(left.values())));
        return plan;
    }

    /** The slice with those of its endpoints that are still wanted, as they are wanted; takes them off what is left. */
    private static EndpointSlice keep(EndpointSlice slice, Map<String, Endpoint> wanted) {
        List<Endpoint> kept = new ArrayList<>();
        for (Endpoint endpoint : slice.endpoints()) {
            Endpoint now = wanted.remove(podOf(endpoint));
            if (now != null) {
                kept.add(now);
            }
        }
        return slice.withEndpoints(kept);
    }

    private static EndpointSlice fill(EndpointSlice slice, Map<String, Endpoint> left) {
        if (left.isEmpty()
                || slice.endpoints().size() >= MAX_ENDPOINTS
                || slice.endpoints().isEmpty()) {
            return slice;
        }
        List<Endpoint> filled = new ArrayList<>(slice.endpoints());
        List<String> pods = new ArrayList<>(left.keySet());
        for (String pod : pods.subList(0, Math.min(pods.size(), MAX_ENDPOINTS - filled.size()))) {
            Endpoint endpoint = left.remove(pod);
            if (endpoint != null) {
                filled.add(endpoint);
            }
        }
        return slice.withEndpoints(filled);
    }

    private void create(List<EndpointPort> ports, List<Endpoint> endpoints) {
        for (int from = 0; from < endpoints.size(); from += MAX_ENDPOINTS) {
            created.add(new Content(
                    ports, List.copyOf(endpoints.subList(from, Math.min(endpoints.size(), from + MAX_ENDPOINTS)))));
        }
    }

    private static String podOf(Endpoint endpoint) {
        return endpoint.targetRef() == null
                ? ""
                : endpoint.targetRef().uid() + "/" + endpoint.targetRef().name();
    }
}
