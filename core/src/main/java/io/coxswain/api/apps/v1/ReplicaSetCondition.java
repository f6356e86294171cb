// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of how a ReplicaSet is doing, such as ReplicaFailure. */
public record ReplicaSetCondition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @AlwaysWritten @Nullable Instant lastTransitionTime,
        String message,
        String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ReplicaSetCondition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastTransitionTime = Times.seconds(lastTransitionTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** This with another {@code type}. */
    public ReplicaSetCondition withType(String type) {
        return new ReplicaSetCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code status}. */
    public ReplicaSetCondition withStatus(String status) {
        return new ReplicaSetCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public ReplicaSetCondition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new ReplicaSetCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code message}. */
    public ReplicaSetCondition withMessage(String message) {
        return new ReplicaSetCondition(type, status, lastTransitionTime, message, reason);
    }

    /** This with another {@code reason}. */
    public ReplicaSetCondition withReason(String reason) {
        return new ReplicaSetCondition(type, status, lastTransitionTime, message, reason);
    }
}
