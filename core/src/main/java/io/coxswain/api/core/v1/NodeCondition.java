// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
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
}
