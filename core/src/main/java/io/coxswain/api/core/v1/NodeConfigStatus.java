// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
