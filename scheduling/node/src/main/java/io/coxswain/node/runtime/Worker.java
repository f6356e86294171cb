package io.coxswain.node.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One run of a container: it has started, and ends once. Thread-safe; no call blocks. */
public interface Worker {

    /** What it was started from. */
    WorkerSpec spec();

    /** Names this run among all of its runtime, in the form of a Kubernetes containerID: {@code process://4711}. */
    String id();

    /** Completes when it and everything that it started has ended or been killed. Never fails. */
    CompletionStage<WorkerExit> exit();

    /** Asks it to end, or ends it, with all that it started. After its end this does nothing. */
    void signal(StopSignal signal);

    /** What it writes. Stays readable after its end. */
    WorkerLog log();

    /**
     * Runs a command in the worker's surroundings: its environment and working folder.
     *
     * @param limit after which the command is killed
     * @return how it ended; fails with {@link WorkerStartException} where it can't be run
     */
    CompletionStage<ExecResult> exec(List<String> command, Duration limit);
}
