// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One aspect of how an object is doing, with the reason and since when. */
public record Condition(
        @Required @AlwaysWritten String type,
        @Required @AlwaysWritten String status,
        @Required @AlwaysWritten @Nullable Instant lastTransitionTime,
        @Required @AlwaysWritten String message,
        long observedGeneration,
        @Required @AlwaysWritten String reason) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Condition {
        type = requireNonNullElse(type, "");
        status = requireNonNullElse(status, "");
        lastTransitionTime = Times.seconds(lastTransitionTime);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
    }

    /** A condition with a status of True, False or Unknown; its times are left to who stores it. */
    public static Condition of(String type, String status, String reason, String message) {
        return new Condition(type, status, null, message, 0L, reason);
    }

    /** Whether the status is True. */
    public boolean isTrue() {
        return status.equals("True");
    }

    /** This with another {@code type}. */
    public Condition withType(String type) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    /** This with another {@code status}. */
    public Condition withStatus(String status) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    /** This with another {@code lastTransitionTime}. */
    public Condition withLastTransitionTime(@Nullable Instant lastTransitionTime) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    /** This with another {@code message}. */
    public Condition withMessage(String message) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    /** This with another {@code observedGeneration}. */
    public Condition withObservedGeneration(long observedGeneration) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    /** This with another {@code reason}. */
    public Condition withReason(String reason) {
        return new Condition(type, status, lastTransitionTime, message, observedGeneration, reason);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Condition that
                        && observedGeneration == that.observedGeneration
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
        hash = 31 * hash + Long.hashCode(observedGeneration);
        hash = 31 * hash + reason.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
