package io.coxswain.balancing;

import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointHints;
import io.coxswain.api.discovery.v1.ForZone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an endpoint decides whether it is a candidate. Kubernetes 1.32 has no hints for nodes yet; the rule knows them. */
record Placement(
        boolean ready,
        boolean serving,
        boolean terminating,
        @Nullable String node,
        List<String> forNodes,
        List<String> forZones) {

    static Placement of(Endpoint endpoint) {
        EndpointConditions conditions = endpoint.conditions();
        EndpointHints hints = endpoint.hints();
        return new Placement(
                isTrueOrAbsent(conditions.ready()),
                isTrueOrAbsent(conditions.serving()),
                Boolean.TRUE.equals(conditions.terminating()),
                endpoint.nodeName(),
                List.of(),
                hints == null
                        ? List.of()
                        : hints.forZones().stream().map(ForZone::name).toList());
    }

    private static boolean isTrueOrAbsent(@Nullable Boolean value) {
        return value == null || value;
    }

    boolean isOn(@Nullable String other) {
        return node != null && node.equals(other);
    }
}
