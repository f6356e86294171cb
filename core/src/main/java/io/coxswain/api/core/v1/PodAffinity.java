// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

/** The pods near which a pod must or would like to run. */
public record PodAffinity(
        List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
        List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {
    /** Nothing is set. */
    public static final PodAffinity EMPTY = new PodAffinity(List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = Ordered.list(preferredDuringSchedulingIgnoredDuringExecution);
        requiredDuringSchedulingIgnoredDuringExecution = Ordered.list(requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code preferredDuringSchedulingIgnoredDuringExecution}. */
    public PodAffinity withPreferredDuringSchedulingIgnoredDuringExecution(
            List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution) {
        return new PodAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code requiredDuringSchedulingIgnoredDuringExecution}. */
    public PodAffinity withRequiredDuringSchedulingIgnoredDuringExecution(
            List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {
        return new PodAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }
}
