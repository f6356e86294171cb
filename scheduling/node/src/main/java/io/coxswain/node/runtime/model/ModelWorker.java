package io.coxswain.node.runtime.model;

import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.RecentLines;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerLog;
import io.coxswain.node.runtime.WorkerSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One run of a model. Ends on the runtime's executor. */
final class ModelWorker implements Worker {
    private static final int LOG_LINES = 100;

    private final ModelRuntime runtime;
    private final WorkerSpec spec;
    private final String id;
    private final ModelBehaviour behaviour;
    private final long startedNanos;
    private final RecentLines log = new RecentLines(LOG_LINES);
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();

    ModelWorker(ModelRuntime runtime, WorkerSpec spec, String id, ModelBehaviour behaviour, long startedNanos) {
        this.runtime = runtime;
        this.spec = spec;
        this.id = id;
        this.behaviour = behaviour;
        this.startedNanos = startedNanos;
    }

    ModelBehaviour behaviour() {
        return behaviour;
    }

    long startedNanos() {
        return startedNanos;
    }

    void say(String line) {
        log.add(line);
    }

    void end(int code) {
        if (exit.complete(WorkerExit.ofCode(code))) {
            runtime.ended(this);
        }
    }

    @Override
    public WorkerSpec spec() {
        return spec;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CompletionStage<WorkerExit> exit() {
        return exit.minimalCompletionStage();
    }

    @Override
    public void signal(StopSignal signal) {
        runtime.signal(this, signal);
    }

    @Override
    public WorkerLog log() {
        return log;
    }

    @Override
    public CompletionStage<ExecResult> exec(List<String> command, Duration limit) {
        return CompletableFuture.completedFuture(ExecResult.exited(0, ""));
    }
}
