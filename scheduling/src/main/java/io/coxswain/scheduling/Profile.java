package io.coxswain.scheduling;

import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.plugin.NodeAffinity;
import io.coxswain.scheduling.plugin.NodeName;
import io.coxswain.scheduling.plugin.NodeResourcesFit;
import io.coxswain.scheduling.plugin.NodeUnschedulable;
import io.coxswain.scheduling.plugin.PrioritySort;
import io.coxswain.scheduling.plugin.SchedulingGates;
import io.coxswain.scheduling.plugin.TaintToleration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plug-ins of a scheduler, in the order in which they are asked, with the weights of their scores. Immutable. */
public final class Profile {
    private final Map<SchedulerPlugin, Integer> weights;
    private final SchedulerPlugin.QueueSort queueSort;

    private Profile(Builder builder) {
        weights = new LinkedHashMap<>(builder.weights);
        List<SchedulerPlugin.QueueSort> sorts = of(SchedulerPlugin.QueueSort.class);
        if (sorts.size() != 1) {
            throw new IllegalArgumentException("scheduler profile: " + sorts.size()
                    + " plug-ins sort the queue: exactly one must, such as PrioritySort");
        }
        queueSort = sorts.get(0);
    }

    /** The plug-ins and weights of Kubernetes, as far as they exist here. */
    public static Profile defaults() {
        return builder()
                .add(new SchedulingGates())
                .add(new PrioritySort())
                .add(new NodeUnschedulable())
                .add(new NodeName())
                .add(new TaintToleration(), 3)
                .add(new NodeAffinity(), 2)
                .add(new NodeResourcesFit(), 1)
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that begins with the plug-ins of this one. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        weights.forEach(builder::add);
        return builder;
    }

    /** The plug-ins of an extension point. */
    public <P extends SchedulerPlugin> List<P> of(Class<P> extensionPoint) {
        List<P> found = new ArrayList<>();
        for (SchedulerPlugin plugin : weights.keySet()) {
            if (extensionPoint.isInstance(plugin)) {
                found.add(extensionPoint.cast(plugin));
            }
        }
        return List.copyOf(found);
    }

    /** What a plug-in's score is multiplied by. */
    public int weight(SchedulerPlugin.Score plugin) {
        Integer weight = weights.get(plugin);
        if (weight == null) {
            throw new IllegalArgumentException("scheduler profile: no plug-in " + plugin.name());
        }
        return weight;
    }

    public SchedulerPlugin.QueueSort queueSort() {
        return queueSort;
    }

    /** Collects plug-ins. Not thread-safe. */
    public static final class Builder {
        private final Map<SchedulerPlugin, Integer> weights = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a plug-in whose score, if it has one, has weight 1. */
        public Builder add(SchedulerPlugin plugin) {
            return add(plugin, 1);
        }

        /**
         * Adds a plug-in.
         *
         * @throws IllegalArgumentException if there is one of that name, or the weight is below 1
         */
        public Builder add(SchedulerPlugin plugin, int weight) {
            if (weight < 1) {
                throw new IllegalArgumentException(
                        "scheduler profile: weight of " + plugin.name() + ": " + weight + ": must be at least 1");
            }
            if (weights.keySet().stream().anyMatch(other -> other.name().equals(plugin.name()))) {
                throw new IllegalArgumentException("scheduler profile: plug-in " + plugin.name() + " is there twice");
            }
            weights.put(plugin, weight);
            return this;
        }

        /**
         * Removes a plug-in.
         *
         * @throws IllegalArgumentException if there is none of that name
         */
        public Builder remove(String name) {
            if (!weights.keySet().removeIf(plugin -> plugin.name().equals(name))) {
                throw new IllegalArgumentException("scheduler profile: no plug-in " + name + " to remove");
            }
            return this;
        }

        public Profile build() {
            return new Profile(this);
        }
    }
}
