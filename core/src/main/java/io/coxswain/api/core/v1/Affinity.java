// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a pod would like to run, or must: by nodes and by the other pods there. */
public record Affinity(
        @Nullable NodeAffinity nodeAffinity,
        @Nullable PodAffinity podAffinity,
        @Nullable PodAntiAffinity podAntiAffinity) {
    /** Nothing is set. */
    public static final Affinity EMPTY = new Affinity(null, null, null);

    /** This with another {@code nodeAffinity}. */
    public Affinity withNodeAffinity(@Nullable NodeAffinity nodeAffinity) {
        return new Affinity(nodeAffinity, podAffinity, podAntiAffinity);
    }

    /** This with another {@code podAffinity}. */
    public Affinity withPodAffinity(@Nullable PodAffinity podAffinity) {
        return new Affinity(nodeAffinity, podAffinity, podAntiAffinity);
    }

    /** This with another {@code podAntiAffinity}. */
    public Affinity withPodAntiAffinity(@Nullable PodAntiAffinity podAntiAffinity) {
        return new Affinity(nodeAffinity, podAffinity, podAntiAffinity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Affinity that
                        && Objects.equals(nodeAffinity, that.nodeAffinity)
                        && Objects.equals(podAffinity, that.podAffinity)
                        && Objects.equals(podAntiAffinity, that.podAntiAffinity));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(nodeAffinity);
        hash = 31 * hash + Objects.hashCode(podAffinity);
        hash = 31 * hash + Objects.hashCode(podAntiAffinity);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
