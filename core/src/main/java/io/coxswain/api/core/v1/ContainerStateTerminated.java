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

/** A container has ended: when, with which exit code and why. */
public record ContainerStateTerminated(
        String containerID,
        @Required @AlwaysWritten int exitCode,
        @AlwaysWritten @Nullable Instant finishedAt,
        String message,
        String reason,
        int signal,
        @AlwaysWritten @Nullable Instant startedAt) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerStateTerminated {
        containerID = requireNonNullElse(containerID, "");
        finishedAt = Times.seconds(finishedAt);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
        startedAt = Times.seconds(startedAt);
    }

    /** This with another {@code containerID}. */
    public ContainerStateTerminated withContainerID(String containerID) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code exitCode}. */
    public ContainerStateTerminated withExitCode(int exitCode) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code finishedAt}. */
    public ContainerStateTerminated withFinishedAt(@Nullable Instant finishedAt) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code message}. */
    public ContainerStateTerminated withMessage(String message) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code reason}. */
    public ContainerStateTerminated withReason(String reason) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code signal}. */
    public ContainerStateTerminated withSignal(int signal) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    /** This with another {@code startedAt}. */
    public ContainerStateTerminated withStartedAt(@Nullable Instant startedAt) {
        return new ContainerStateTerminated(containerID, exitCode, finishedAt, message, reason, signal, startedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerStateTerminated that
                        && signal == that.signal
                        && exitCode == that.exitCode
                        && containerID.equals(that.containerID)
                        && Objects.equals(finishedAt, that.finishedAt)
                        && message.equals(that.message)
                        && reason.equals(that.reason)
                        && Objects.equals(startedAt, that.startedAt));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = containerID.hashCode();
        hash = 31 * hash + Integer.hashCode(exitCode);
        hash = 31 * hash + Objects.hashCode(finishedAt);
        hash = 31 * hash + message.hashCode();
        hash = 31 * hash + reason.hashCode();
        hash = 31 * hash + Integer.hashCode(signal);
        hash = 31 * hash + Objects.hashCode(startedAt);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
