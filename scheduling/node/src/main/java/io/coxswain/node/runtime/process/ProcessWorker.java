package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerLog;
import io.coxswain.node.runtime.WorkerSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A container as a process. */
final class ProcessWorker implements Worker {
    private final WorkerSpec spec;
    private final Process process;
    private final ProcessTrees trees;
    private final CommandRuns commands;
    private final Launch launch;
    private final WorkerLog log;
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();

    ProcessWorker(
            WorkerSpec spec, Process process, ProcessTrees trees, CommandRuns commands, Launch launch, WorkerLog log) {
        this.spec = spec;
        this.process = process;
        this.trees = trees;
        this.commands = commands;
        this.launch = launch;
        this.log = log;
    }

    @Override
    public WorkerSpec spec() {
        return spec;
    }

    @Override
    public String id() {
        return "process://" + process.pid();
    }

    @Override
    public CompletionStage<WorkerExit> exit() {
        return exit.minimalCompletionStage();
    }

    /** The process has ended. */
    void ended() {
        trees.ended(process);
        WorkerExit end = WorkerExit.ofCode(process.exitValue());
        if (end.code() == 0 || end.signal() != 0) {
            exit.complete(end);
            return;
        }
        log.tail(LastWords.LINES)
                .whenComplete(
                        (lines, failure) -> exit.complete(lines == null ? end : end.withMessage(LastWords.of(lines))));
    }

    @Override
    public void signal(StopSignal signal) {
        if (!exit.isDone()) {
            trees.signal(process, signal);
        }
    }

    @Override
    public WorkerLog log() {
        return log;
    }

    @Override
    public CompletionStage<ExecResult> exec(List<String> command, Duration limit) {
        return commands.run(spec.subject(), command, launch, limit);
    }
}
