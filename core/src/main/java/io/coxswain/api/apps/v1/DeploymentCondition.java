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

    /** A condition with a status of True, False or Unknown; its times are left to who stores it. */
    public static DeploymentCondition of(String type, String status, String reason, String message) {
        return new DeploymentCondition(type, status, null, null, message, reason);
    }

    /** Whether the status is True. */
    public boolean isTrue() {
        return status.equals("True");
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeploymentCondition that
                        && type.equals(that.type)
                        && status.equals(that.status)
                        && Objects.equals(lastTransitionTime, that.lastTransitionTime)
                        && Objects.equals(lastUpdateTime, that.lastUpdateTime)
                        && message.equals(that.message)
                        && reason.equals(that.reason));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = type.hashCode();
        hash = 31 * hash + status.hashCode();
        hash = 31 * hash + Objects.hashCode(lastTransitionTime);
        hash = 31 * hash + Objects.hashCode(lastUpdateTime);
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
