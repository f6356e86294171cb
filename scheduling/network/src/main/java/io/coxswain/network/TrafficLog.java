package io.coxswain.network;

import io.coxswain.endpoint.Endpoint;
import io.coxswain.resource.ResourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts connections by endpoint, also of endpoints that are gone; the one that was unused longest is forgotten first. Thread-safe. */
final class TrafficLog {
    private static final int MAX_ENDPOINTS = 10_000;

    private final Map<Place, Counts> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Counts> eldest) {
            return size() > MAX_ENDPOINTS;
        }
    };
    private final LongAdder refused = new LongAdder();

    private record Place(ResourceKey service, int port, Endpoint endpoint) {}

    /** The counts of one endpoint. */
    static final class Counts {
        final LongAdder connections = new LongAdder();
        final LongAdder failedConnects = new LongAdder();
        final LongAdder cut = new LongAdder();
    }

    synchronized Counts of(ResourceKey service, int port, Endpoint endpoint) {
        return counts.computeIfAbsent(new Place(service, port, endpoint), place -> new Counts());
    }

    /** A connection was accepted for which there was no endpoint. */
    void refused() {
        refused.increment();
    }

    long refusals() {
        return refused.sum();
    }

    synchronized List<EndpointTraffic> list() {
        return counts.entrySet().stream()
                .map(entry -> traffic(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static EndpointTraffic traffic(Place place, Counts counts) {
        return new EndpointTraffic(
                place.service,
                place.port,
                place.endpoint,
                counts.connections.sum(),
                counts.failedConnects.sum(),
                counts.cut.sum());
    }
}
