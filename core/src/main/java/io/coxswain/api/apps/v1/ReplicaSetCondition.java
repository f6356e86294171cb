// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
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

    /** A condition with a status of True, False or Unknown; its times are left to who stores it. */
    public static ReplicaSetCondition of(String type, String status, String reason, String message) {
        return new ReplicaSetCondition(type, status, null, message, reason);
    }

    /** Whether the status is True. */
    public boolean isTrue() {
        return status.equals("True");
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ReplicaSetCondition that
                        && type.equals(that.type)
                        && status.equals(that.status)
                        && Objects.equals(lastTransitionTime, that.lastTransitionTime)
                        && message.equals(that.message)
                        && reason.equals(that.reason));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + status.hashCode();
        hash = 31 * hash + Objects.hashCode(lastTransitionTime);
        hash = 31 * hash + message.hashCode();
        hash = 31 * hash + reason.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
