// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A container doesn't run yet, and why. */
public record ContainerStateWaiting(String message, String reason) {
    /** Nothing is set. */
    public static final ContainerStateWaiting EMPTY = new ContainerStateWaiting("", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerStateWaiting {
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** This with another {@code message}. */
    public ContainerStateWaiting withMessage(String message) {
        return new ContainerStateWaiting(message, reason);
    }

    /** This with another {@code reason}. */
    public ContainerStateWaiting withReason(String reason) {
        return new ContainerStateWaiting(message, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerStateWaiting that
                        && message.equals(that.message)
                        && reason.equals(that.reason));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = message.hashCode();
        hash = 31 * hash + reason.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
