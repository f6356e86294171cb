// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of a namespace's deletion. */
public record NamespaceCondition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @AlwaysWritten @Nullable Instant lastTransitionTime,
        String message,
        String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NamespaceCondition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastTransitionTime = Times.seconds(lastTransitionTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** This with another {@code type}. */
    public NamespaceCondition withType(String type) {
        return new NamespaceCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code status}. */
    public NamespaceCondition withStatus(String status) {
        return new NamespaceCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public NamespaceCondition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new NamespaceCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code message}. */
    public NamespaceCondition withMessage(String message) {
        return new NamespaceCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code reason}. */
    public NamespaceCondition withReason(String reason) {
        return new NamespaceCondition(type, status, lastTransitionTime, message, reason);
    }
}
