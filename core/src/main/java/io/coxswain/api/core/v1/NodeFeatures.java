// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the runtime of a node can do. */
public record NodeFeatures(@Nullable Boolean supplementalGroupsPolicy) {
    /** Nothing is set. */
    public static final NodeFeatures EMPTY = new NodeFeatures(null);

    /** This with another {@code supplementalGroupsPolicy}. */
    public NodeFeatures withSupplementalGroupsPolicy(@Nullable Boolean supplementalGroupsPolicy) {
        return new NodeFeatures(supplementalGroupsPolicy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeFeatures that
                        && Objects.equals(supplementalGroupsPolicy, that.supplementalGroupsPolicy));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(supplementalGroupsPolicy);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
