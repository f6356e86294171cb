// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
