// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of how a Deployment is doing: Available, Progressing or ReplicaFailure. */
public record DeploymentCondition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @AlwaysWritten @Nullable Instant lastTransitionTime,
        @AlwaysWritten @Nullable Instant lastUpdateTime,
        String message,
        String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DeploymentCondition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastTransitionTime = Times.seconds(lastTransitionTime);
        lastUpdateTime = Times.seconds(lastUpdateTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** This with another {@code type}. */
    public DeploymentCondition withType(String type) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }

    /** This with another {@code status}. */
    public DeploymentCondition withStatus(String status) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public DeploymentCondition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }

    /** This with another {@code lastUpdateTime}. */
    public DeploymentCondition withLastUpdateTime(@Nullable Instant lastUpdateTime) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }

    /** This with another {@code message}. */
    public DeploymentCondition withMessage(String message) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }

    /** This with another {@code reason}. */
    public DeploymentCondition withReason(String reason) {
        return new DeploymentCondition(type, status, lastTransitionTime, lastUpdateTime, message, reason);
    }
}
