// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

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
}
