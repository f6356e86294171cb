// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of how a pod is doing, such as PodScheduled or Ready. */
public record PodCondition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @AlwaysWritten @Nullable Instant lastProbeTime,
        @AlwaysWritten @Nullable Instant lastTransitionTime,
        String message,
        String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodCondition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastProbeTime = Times.seconds(lastProbeTime);
        lastTransitionTime = Times.seconds(lastTransitionTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** This with another {@code type}. */
    public PodCondition withType(String type) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code status}. */
    public PodCondition withStatus(String status) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastProbeTime}. */
    public PodCondition withLastProbeTime(@Nullable Instant lastProbeTime) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public PodCondition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code message}. */
    public PodCondition withMessage(String message) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }

    /** This with another {@code reason}. */
    public PodCondition withReason(String reason) {
        return new PodCondition(type, status, lastProbeTime, lastTransitionTime, message, reason);
    }
}
