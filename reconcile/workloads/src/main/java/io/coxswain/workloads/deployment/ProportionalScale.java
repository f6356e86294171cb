package io.coxswain.workloads.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a change of {@code spec.replicas} is spread over the replica sets of a roll-out that is under way (Kubernetes {@code pkg/controller/deployment/sync.go}): in proportion to their sizes, what is
 * left over to the largest.
 *
 * @param replicas how many pods are wanted now
 * @param surge how many there may be beyond that
 * @param statusReplicas how many pods the Deployment had when it last looked
 */
record ProportionalScale(int replicas, int surge, int statusReplicas) {

    /**
     * A replica set that has pods.
     *
     * @param name its name
     * @param size what its spec asks for
     * @param recordedMax how many pods the Deployment could have when this set was last scaled; 0: not known
     * @param age place among the sets, the oldest is 0
     */
    record ActiveSet(String name, int size, int recordedMax, int age) {}

    /** The next sizes, by name, in the order in which the sets are to be scaled. */
    Map<String, Integer> sizes(List<ActiveSet> sets) {
        int allowed = replicas > 0 ? replicas + surge : 0;
        int toAdd = allowed - sets.stream().mapToInt(ActiveSet::size).sum();
        List<ActiveSet> ordered = new ArrayList<>(sets);
        Comparator<ActiveSet> larger = Comparator.comparingInt(ActiveSet::size).reversed();
        Comparator<ActiveSet> older = Comparator.comparingInt(ActiveSet::age);
        ordered.sort(larger.thenComparing(toAdd > 0 ? older.reversed() : older));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        int added = 0;
        for (ActiveSet set : ordered) {
            int share = share(set, toAdd, added);
            sizes.put(set.name(), set.size() + share);
            added += share;
        }
        if (!ordered.isEmpty() && toAdd != 0) {
            int leftover = toAdd - added;
            sizes.computeIfPresent(ordered.get(0).name(), (name, size) -> Math.max(0, size + leftover));
        }
        return sizes;
    }

    private int share(ActiveSet set, int toAdd, int added) {
        if (set.size() == 0 || toAdd == 0 || toAdd == added) {
            return 0;
        }
        int left = toAdd - added;
        int fraction = fraction(set);
        return toAdd > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
    }

    private int fraction(ActiveSet set) {
        if (replicas == 0) {
            return -set.size();
        }
        int before = set.recordedMax() > 0 ? set.recordedMax() : statusReplicas;
        if (before == 0) {
            return 0;
        }
        double grown = (double) set.size() * (replicas + surge) / before;
        return Math.toIntExact(Math.round(grown)) - set.size();
    }
}
