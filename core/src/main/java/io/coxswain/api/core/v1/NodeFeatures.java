// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** What the runtime of a node can do. */
public record NodeFeatures(@Nullable Boolean supplementalGroupsPolicy) {
    /** Nothing is set. */
    public static final NodeFeatures EMPTY = new NodeFeatures(null);

    /** This with another {@code supplementalGroupsPolicy}. */
    public NodeFeatures withSupplementalGroupsPolicy(@Nullable Boolean supplementalGroupsPolicy) {
        return new NodeFeatures(supplementalGroupsPolicy);
    }
}
