package io.coxswain.node.runtime.process;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs short commands beside workers, for probes and hooks. Their output goes to a file, so that no thread has to read it. */
final class CommandRuns {
    /** As much of a probe's output as the kubelet keeps ({@code maxReadLength} in {@code pkg/probe/exec}). */
    private static final int MAX_OUTPUT_BYTES = 10 << 10;

    private final Environment environment;
    private final ProcessTrees trees;
    private final Executor disk;
    private final Path folder;

    /** @param folder for the files; made when it is needed */
    CommandRuns(Environment environment, ProcessTrees trees, Executor disk, Path folder) {
        this.environment = environment;
        this.trees = trees;
        this.disk = disk;
        this.folder = folder;
    }

    CompletionStage<ExecResult> run(String subject, List<String> command, Launch launch, Duration limit) {
        return CompletableFuture.supplyAsync(() -> start(subject, command, launch), disk)
                .thenCompose(started -> await(started, limit));
    }

    private Started start(String subject, List<String> command, Launch launch) {
        if (command.isEmpty()) {
            throw WorkerStartException.misconfigured(subject + ": exec: command: must not be empty");
        }
        Programs.check(
                subject, command.get(0), launch.folder(), launch.environment().get("PATH"));
        try {
            Files.createDirectories(folder);
            Path output = Files.createTempFile(folder, "exec", ".log");
            Process process = trees.start(command, builder -> {
                builder.environment().clear();
                builder.environment().putAll(launch.environment());
                builder.directory(launch.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
            });
            return new Started(process, output);
        } catch (IOException e) {
            throw WorkerStartException.refused(subject + ": exec " + command + ": " + e.getMessage(), e);
        }
    }

    private CompletionStage<ExecResult> await(Started started, Duration limit) {
        AtomicBoolean timedOut = new AtomicBoolean();
        Cancellable timer = environment.schedule(limit, disk, () -> {
            timedOut.set(true);
            trees.signal(started.process, StopSignal.KILL);
        });
        return started.process
                .onExit()
                .thenApplyAsync(
                        process -> {
                            timer.cancel();
                            trees.ended(process);
                            String output = takeOutput(started.output);
                            return timedOut.get()
                                    ? ExecResult.timedOut(output)
                                    : ExecResult.exited(process.exitValue(), output);
                        },
                        disk);
    }

    private static String takeOutput(Path file) {
        try {
            byte[] head;
            try (var in = Files.newInputStream(file)) {
                head = in.readNBytes(MAX_OUTPUT_BYTES);
            }
            Files.deleteIfExists(file);
            return new String(head, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("output of a command can't be read from " + file, e);
        }
    }

    private record Started(Process process, Path output) {}
}
