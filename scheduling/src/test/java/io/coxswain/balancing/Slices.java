package io.coxswain.balancing;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Slices for tests. */
final class Slices {
    static final EndpointConditions READY = new EndpointConditions(true, true, false);
    static final EndpointConditions NOT_READY = new EndpointConditions(false, false, false);
    static final EndpointConditions TERMINATING = new EndpointConditions(false, true, true);
    static final EndpointConditions GONE = null;

    private Slices() {}

    /** A slice of Service shop/site with port http: pods named site-N at 127.80.0.N. */
    static EndpointSlice slice(String name, Endpoint... endpoints) {
        return new EndpointSlice(
                ObjectMeta.named("shop", name).withLabels(Ordered.map(Map.of("kubernetes.io/service-name", "site"))),
                "IPv4",
                List.of(endpoints),
                List.of(new EndpointPort("http", null, 8080, "TCP"), new EndpointPort("admin", null, 9090, "TCP")));
    }

    static EndpointSlice ready(int... pods) {
        return slice(
                "site-a",
                java.util.Arrays.stream(pods)
                        .mapToObj(pod -> endpoint(pod, READY))
                        .toArray(Endpoint[]::new));
    }

    static EndpointSlice readyUpTo(int pods) {
        return ready(java.util.stream.IntStream.rangeClosed(1, pods).toArray());
    }

    static Endpoint endpoint(int pod, EndpointConditions conditions) {
        return new Endpoint(
                List.of("127.80.0." + pod),
                conditions,
                Map.of(),
                null,
                null,
                null,
                new ObjectReference("v1", "Pod", "shop", "site-" + pod, "", "", ""),
                null);
    }

    static List<String> names(Stream<Backend> backends) {
        return backends.map(backend -> backend.endpoint().pod().name()).toList();
    }
}
