// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodAntiAffinity that
                        && preferredDuringSchedulingIgnoredDuringExecution.equals(
                                that.preferredDuringSchedulingIgnoredDuringExecution)
                        && requiredDuringSchedulingIgnoredDuringExecution.equals(
                                that.requiredDuringSchedulingIgnoredDuringExecution));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = preferredDuringSchedulingIgnoredDuringExecution.hashCode();
        hash = 31 * hash + requiredDuringSchedulingIgnoredDuringExecution.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
