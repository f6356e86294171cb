package io.coxswain.node.runtime;

import org.jspecify.annotations.Nullable;

/** A worker can't be started; says why and what would help. */
public final class WorkerStartException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_CREATED = 128;

    private final String reason;
    private final int exitCode;

    private WorkerStartException(String reason, int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.exitCode = exitCode;
    }

    /** What the container asks to be run isn't there. */
    public static WorkerStartException notFound(String message) {
        return new WorkerStartException("RunContainerError", NOT_FOUND, message, null);
    }

    /** What the container asks to be run is there and can't be executed. */
    public static WorkerStartException notExecutable(String message) {
        return new WorkerStartException("RunContainerError", NOT_EXECUTABLE, message, null);
    }

    /** The container's own fields make no sense for this runtime. */
    public static WorkerStartException misconfigured(String message) {
        return new WorkerStartException("CreateContainerConfigError", NOT_CREATED, message, null);
    }

    /** The machine refused. */
    public static WorkerStartException refused(String message, Throwable cause) {
        return new WorkerStartException("CreateContainerError", NOT_CREATED, message, cause);
    }

    /** The reason for which the container waits, in Kubernetes' words. */
    public String reason() {
        return reason;
    }

    /** The exit code that a shell gives to the same failure. */
    public int exitCode() {
        return exitCode;
    }
}
