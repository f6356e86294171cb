package io.coxswain.node.status;

import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateRunning;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.node.runtime.WorkerExit;
import java.time.Instant;

/** States of containers as the kubelet words them. */
public final class ContainerStates {
    public static final String CREATING = "ContainerCreating";
    public static final String CRASH_LOOP = "CrashLoopBackOff";
    private static final int LOST_CODE = 137;

    private ContainerStates() {}

    public static ContainerState waiting(String reason, String message) {
        return ContainerState.EMPTY.withWaiting(new ContainerStateWaiting(message, reason));
    }

    public static ContainerState running(Instant since) {
        return ContainerState.EMPTY.withRunning(new ContainerStateRunning(since));
    }

    public static ContainerState terminated(ContainerStateTerminated end) {
        return ContainerState.EMPTY.withTerminated(end);
    }

    public static ContainerStateTerminated end(String id, WorkerExit exit, Instant started, Instant finished) {
        return new ContainerStateTerminated(
                id, exit.code(), finished, exit.message(), reason(exit), exit.signal(), started);
    }

    private static String reason(WorkerExit exit) {
        if (exit.cause() == WorkerExit.Cause.OUT_OF_MEMORY) {
            return "OOMKilled";
        }
        return exit.code() == 0 ? "Completed" : "Error";
    }

    /** It was never started. */
    public static ContainerStateTerminated startError(int code, String message, Instant at) {
        return new ContainerStateTerminated("", code, at, message, "StartError", 0, at);
    }

    /** It was running when the agent before this one ended, and ended with it. */
    public static ContainerStateTerminated lost(ContainerState before, Instant now) {
        ContainerStateRunning running = before.running();
        Instant started = running == null || running.startedAt() == null ? now : running.startedAt();
        return new ContainerStateTerminated(
                "",
                LOST_CODE,
                now,
                "the container ended with the agent that ran it",
                "ContainerStatusUnknown",
                0,
                started);
    }
}
