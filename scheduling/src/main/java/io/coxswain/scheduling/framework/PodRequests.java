package io.coxswain.scheduling.framework;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.value.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a pod asks of a node (Kubernetes {@code pkg/api/v1/resource}, {@code PodRequests}): containers and sidecars summed, at least what any init container needs beside the sidecars that were started
 * before it; plus the pod's overhead.
 */
public final class PodRequests {
    private PodRequests() {}

    /** The request for each resource, by name. */
    public static Map<String, Quantity> of(PodSpec pod) {
        return of(pod, container -> container.resources().requests());
    }

    /** The same, with the requests of each container read in another way. */
    static Map<String, Quantity> of(PodSpec pod, Function<Container, Map<String, Quantity>> requests) {
        Map<String, Quantity> running = new TreeMap<>();
        for (Container container : pod.containers()) {
            add(running, requests.apply(container));
        }
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> starting = new TreeMap<>();
        for (Container container : pod.initContainers()) {
            Map<String, Quantity> asked = requests.apply(container);
            if (isSidecar(container)) {
                add(running, asked);
                add(sidecars, asked);
                raise(starting, sidecars);
            } else {
                Map<String, Quantity> beside = new TreeMap<>(sidecars);
                add(beside, asked);
                raise(starting, beside);
            }
        }
        raise(running, starting);
        add(running, pod.overhead());
        return Collections.unmodifiableMap(running);
    }

    private static boolean isSidecar(Container container) {
        return "Always".equals(container.restartPolicy());
    }

    private static void add(Map<String, Quantity> sum, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> sum.merge(name, quantity, Quantity::add));
    }

    private static void raise(Map<String, Quantity> least, Map<String, Quantity> wanted) {
        wanted.forEach((name, quantity) -> least.merge(name, quantity, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
}
