// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One aspect of how a node is doing, such as Ready or MemoryPressure. */
public record NodeCondition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @AlwaysWritten @Nullable Instant lastHeartbeatTime,
        @AlwaysWritten @Nullable Instant lastTransitionTime,
        String message,
        String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeCondition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastHeartbeatTime = Times.seconds(lastHeartbeatTime);
        lastTransitionTime = Times.seconds(lastTransitionTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** A condition with a status of True, False or Unknown; its times are left to who stores it. */
    public static NodeCondition of(String type, String status, String reason, String message) {
        return new NodeCondition(type, status, null, null, message, reason);
    }

    /** Whether the status is True. */
    public boolean isTrue() {
        return status.equals("True");
    }

    /** This with another {@code type}. */
    public NodeCondition withType(String type) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code status}. */
    public NodeCondition withStatus(String status) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastHeartbeatTime}. */
    public NodeCondition withLastHeartbeatTime(@Nullable Instant lastHeartbeatTime) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public NodeCondition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code message}. */
    public NodeCondition withMessage(String message) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code reason}. */
    public NodeCondition withReason(String reason) {
        return new NodeCondition(type, status, lastHeartbeatTime, lastTransitionTime, message, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeCondition that
                        && type.equals(that.type)
                        && status.equals(that.status)
                        && Objects.equals(lastHeartbeatTime, that.lastHeartbeatTime)
                        && Objects.equals(lastTransitionTime, that.lastTransitionTime)
                        && message.equals(that.message)
                        && reason.equals(that.reason));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + status.hashCode();
        hash = 31 * hash + Objects.hashCode(lastHeartbeatTime);
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
