// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which configuration a node's agent once used; kept for the wire only. */
public record NodeConfigStatus(
        @Nullable NodeConfigSource active,
        @Nullable NodeConfigSource assigned,
        String error,
        @Nullable NodeConfigSource lastKnownGood) {
    /** Nothing is set. */
    public static final NodeConfigStatus EMPTY = new NodeConfigStatus(null, null, "", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeConfigStatus {
        error = requireNonNullElse(error, "");
    }

    /** This with another {@code active}. */
    public NodeConfigStatus withActive(@Nullable NodeConfigSource active) {
        return new NodeConfigStatus(active, assigned, error, lastKnownGood);
    }

    /** This with another {@code assigned}. */
    public NodeConfigStatus withAssigned(@Nullable NodeConfigSource assigned) {
        return new NodeConfigStatus(active, assigned, error, lastKnownGood);
    }

    /** This with another {@code error}. */
    public NodeConfigStatus withError(String error) {
        return new NodeConfigStatus(active, assigned, error, lastKnownGood);
    }

    /** This with another {@code lastKnownGood}. */
    public NodeConfigStatus withLastKnownGood(@Nullable NodeConfigSource lastKnownGood) {
        return new NodeConfigStatus(active, assigned, error, lastKnownGood);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeConfigStatus that
                        && Objects.equals(active, that.active)
                        && Objects.equals(assigned, that.assigned)
                        && error.equals(that.error)
                        && Objects.equals(lastKnownGood, that.lastKnownGood));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(active);
        hash = 31 * hash + Objects.hashCode(assigned);
        hash = 31 * hash + error.hashCode();
        hash = 31 * hash + Objects.hashCode(lastKnownGood);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
