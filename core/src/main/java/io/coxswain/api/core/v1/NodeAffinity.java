// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The nodes on which a pod must or would like to run. */
public record NodeAffinity(
        List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution,
        @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution) {
    /** Nothing is set. */
    public static final NodeAffinity EMPTY = new NodeAffinity(List.of(), null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = Ordered.list(preferredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code preferredDuringSchedulingIgnoredDuringExecution}. */
    public NodeAffinity withPreferredDuringSchedulingIgnoredDuringExecution(
            List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution) {
        return new NodeAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }

    /** This with another {@code requiredDuringSchedulingIgnoredDuringExecution}. */
    public NodeAffinity withRequiredDuringSchedulingIgnoredDuringExecution(
            @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution) {
        return new NodeAffinity(
                preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeAffinity that
                        && preferredDuringSchedulingIgnoredDuringExecution.equals(
                                that.preferredDuringSchedulingIgnoredDuringExecution)
                        && Objects.equals(
                                requiredDuringSchedulingIgnoredDuringExecution,
                                that.requiredDuringSchedulingIgnoredDuringExecution));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = preferredDuringSchedulingIgnoredDuringExecution.hashCode();
        hash = 31 * hash + Objects.hashCode(requiredDuringSchedulingIgnoredDuringExecution);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
