package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.Resources;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pod fits where what it asks for is still free; nodes with more left over score higher (Kubernetes {@code noderesources/fit.go}, {@code least_allocated.go}). */
public final class NodeResourcesFit implements SchedulerPlugin.Filter, SchedulerPlugin.Score {
    private static final CycleState.Key<Resources> REQUEST =
            new CycleState.Key<>("NodeResourcesFit.request", Resources.class);
    private static final CycleState.Key<Resources> SCORED =
            new CycleState.Key<>("NodeResourcesFit.scored", Resources.class);

    private final Args args;

    /** Cpu and memory, of equal weight, count for the score. */
    public NodeResourcesFit() {
        this(Args.DEFAULT);
    }

    public NodeResourcesFit(Args args) {
        this.args = args;
    }

    /**
     * How the plug-in is configured.
     *
     * @param ignoredResources extended resources that aren't checked
     * @param ignoredResourceGroups the same by what stands before the slash
     * @param weights the resources that count for the score, with their weight
     */
    public record Args(Set<String> ignoredResources, Set<String> ignoredResourceGroups, Map<String, Long> weights) {
        public static final Args DEFAULT = new Args(Set.of(), Set.of(), evenly());

        /** @throws IllegalArgumentException if a weight is outside of 1 to 100 */
        public Args {
            ignoredResources = Set.copyOf(ignoredResources);
            ignoredResourceGroups = Set.copyOf(ignoredResourceGroups);
            weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            weights.forEach((resource, weight) -> {
                if (weight < 1 || weight > 100) {
                    throw new IllegalArgumentException(
                            "NodeResourcesFit: weight of " + resource + ": " + weight + ": must be 1 to 100");
                }
            });
        }

        private static Map<String, Long> evenly() {
            Map<String, Long> weights = new LinkedHashMap<>();
            weights.put(Resources.CPU, 1L);
            weights.put(Resources.MEMORY, 1L);
            return weights;
        }

        boolean ignores(String resource) {
            return Resources.isExtended(resource)
                    && (ignoredResources.contains(resource)
                            || ignoredResourceGroups.contains(resource.substring(0, resource.indexOf('/'))));
        }
    }

    /**
     * A resource that a node has too little of.
     *
     * @param name of the resource
     * @param requested what the pod asks for
     * @param free what is left on the node
     * @param capacity all that the node can give away
     */
    record Insufficient(String name, long requested, long free, long capacity) {
        boolean unresolvable() {
            return requested > capacity;
        }

        String reason() {
            return "has too little " + name + " (needs " + amount(requested) + ", free " + amount(free) + ")";
        }

        private String amount(long value) {
            return name.equals(Resources.CPU) ? value + "m" : Long.toString(value);
        }
    }

    @Override
    public String name() {
        return "NodeResourcesFit";
    }

    @Override
    public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
        List<Insufficient> insufficient = insufficient(state.get(REQUEST, () -> NodeInfo.request(pod)), node);
        if (insufficient.isEmpty()) {
            return Verdict.success();
        }
        String[] reasons = insufficient.stream().map(Insufficient::reason).toArray(String[]::new);
        boolean unresolvable = insufficient.stream().anyMatch(Insufficient::unresolvable);
        return unresolvable ? Verdict.unresolvable(reasons) : Verdict.unschedulable(reasons);
    }

    List<Insufficient> insufficient(Resources request, NodeInfo node) {
        List<Insufficient> found = new ArrayList<>();
        if (node.pods().size() + 1 > node.allowedPods()) {
            // One pod is always asked for, so a node that allows none is as full as one whose pods may go.
            found.add(new Insufficient(
                    Resources.PODS, 0, node.allowedPods() - node.pods().size(), node.allowedPods()));
        }
        check(Resources.CPU, request, node, found);
        check(Resources.MEMORY, request, node, found);
        check(Resources.EPHEMERAL_STORAGE, request, node, found);
        for (String name : request.scalars().keySet()) {
            if (!args.ignores(name)) {
                check(name, request, node, found);
            }
        }
        return found;
    }

    private static void check(String name, Resources request, NodeInfo node, List<Insufficient> found) {
        long asked = request.get(name);
        long capacity = node.allocatable().get(name);
        long free = capacity - node.requested().get(name);
        if (asked > 0 && asked > free) {
            found.add(new Insufficient(name, asked, free, capacity));
        }
    }

    /** The weighted mean of what would be left of each resource, in percent. */
    @Override
    public long score(CycleState state, Pod pod, NodeInfo node) {
        Resources request = state.get(REQUEST, () -> NodeInfo.request(pod));
        Resources scored = state.get(SCORED, () -> NodeInfo.scoredRequest(pod));
        long sum = 0;
        long weights = 0;
        for (Map.Entry<String, Long> weight : args.weights().entrySet()) {
            String name = weight.getKey();
            long allocatable = node.allocatable().get(name);
            if (allocatable == 0 || (Resources.isScalar(name) && request.get(name) == 0)) {
                continue;
            }
            boolean counted = name.equals(Resources.CPU) || name.equals(Resources.MEMORY);
            long used = counted
                    ? node.scoredRequest().get(name) + scored.get(name)
                    : node.requested().get(name) + request.get(name);
            sum += leastAllocated(used, allocatable) * weight.getValue();
            weights += weight.getValue();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static long leastAllocated(long used, long allocatable) {
        return used > allocatable ? 0 : (allocatable - used) * MAX / allocatable;
    }
}
