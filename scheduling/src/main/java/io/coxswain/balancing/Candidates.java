package io.coxswain.balancing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoints a client may be sent to: the ready ones; if there are none, those that serve and terminate. Policy Local
 * looks at the client's own node only. Otherwise hints narrow the choice if every ready endpoint has one and at least one
 * is for this node, or else zone. The rule is that of Kubernetes' {@code pkg/proxy/topology.go}.
 *
 * @param hints those that were used
 * @param endpoints in their order
 */
record Candidates<T>(Hints hints, List<T> endpoints) {

    /** Which hints narrowed the choice. */
    enum Hints {
        NONE,
        SAME_NODE,
        SAME_ZONE
    }

    static <T> Candidates<T> of(List<T> all, Function<T, Placement> placement, TrafficPolicy policy, Locality client) {
        if (policy == TrafficPolicy.LOCAL) {
            return usable(select(all, placement, it -> it.isOn(client.node())), placement);
        }
        Candidates<T> usable = usable(all, placement);
        List<T> ready = usable.endpoints;
        if (ready.isEmpty() || !placement.apply(ready.get(0)).ready()) {
            return usable;
        }
        if (areHinted(ready, placement, Placement::forNodes, client.node())) {
            return new Candidates<>(
                    Hints.SAME_NODE,
                    select(ready, placement, it -> it.forNodes().contains(client.node())));
        }
        if (areHinted(ready, placement, Placement::forZones, client.zone())) {
            return new Candidates<>(
                    Hints.SAME_ZONE,
                    select(ready, placement, it -> it.forZones().contains(client.zone())));
        }
        return usable;
    }

    private static <T> Candidates<T> usable(List<T> endpoints, Function<T, Placement> placement) {
        List<T> ready = select(endpoints, placement, Placement::ready);
        return new Candidates<>(
                Hints.NONE,
                ready.isEmpty() ? select(endpoints, placement, it -> it.serving() && it.terminating()) : ready);
    }

    private static <T> boolean areHinted(
            List<T> ready,
            Function<T, Placement> placement,
            Function<Placement, List<String>> hints,
            @Nullable String here) {
        return here != null
                && ready.stream().map(placement).map(hints).noneMatch(List::isEmpty)
                && ready.stream().map(placement).map(hints).anyMatch(names -> names.contains(here));
    }

    private static <T> List<T> select(List<T> all, Function<T, Placement> placement, Predicate<Placement> which) {
        return all.stream().filter(it -> which.test(placement.apply(it))).toList();
    }
}
