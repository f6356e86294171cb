// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import java.util.List;

/** The pods away from which a pod must or would like to run. */
public record PodAntiAffinity(
        List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution,
        List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {
    /** Nothing is set. */
    public static final PodAntiAffinity EMPTY = new PodAntiAffinity(List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodAntiAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = Ordered.list(preferredDuringSchedulingIgnoredDuringExecution);
        requiredDuringSchedulingIgnoredDuringExecution = Ordered.list(requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code preferredDuringSchedulingIgnoredDuringExecution}. */
    public PodAntiAffinity withPreferredDuringSchedulingIgnoredDuringExecution(
            List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution) {
        return new PodAntiAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code requiredDuringSchedulingIgnoredDuringExecution}. */
    public PodAntiAffinity withRequiredDuringSchedulingIgnoredDuringExecution(
            List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution) {
        return new PodAntiAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }
}
