// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import java.time.Instant;
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
}
