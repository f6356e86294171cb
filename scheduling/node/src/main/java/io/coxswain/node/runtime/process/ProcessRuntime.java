package io.coxswain.node.runtime.process;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs containers as processes of this machine. Each is a session and process group of its own; it and all that it started end with it, with {@link #close}, and with this JVM, also when that
 * is killed. Where the machine has no {@code setsid}, a {@link Shortcoming} says what can't be promised.
 *
 * <p>Workers get {@code PATH}, {@code HOME}, {@code LANG}, {@code LC_*}, {@code TZ}, {@code TMPDIR} and {@code JAVA_HOME} of this JVM and otherwise only what their spec says. Standard output and
 * standard error go to one file, which is rotated. Workers whose readiness is theirs to say get {@code NOTIFY_SOCKET} and say it by {@code sd_notify}; that needs perl or python3 on this machine, as Java
 * has no such sockets.
 */
public final class ProcessRuntime implements WorkerRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessRuntime.class);
    private static final Duration ROTATION_PAUSE = Duration.ofSeconds(10);
    /** Starting a process and reading a log are short; more at once wouldn't be faster. */
    private static final int DISK_TASKS = 4;

    private static final Shortcoming NO_LIMITS = new Shortcoming(
            "ResourceLimitsNotEnforced",
            "NoCgroups",
            "limits of CPU and memory of processes are not enforced; for java: images put -Xmx into the variable JAVA_OPTS");

    private final Environment environment;
    private final StateFolder state;
    private final LogLimits logLimits;
    private final ProcessTrees trees;
    private final Executor disk;
    private final CommandRuns commands;
    private final NotifySockets notifications;
    private final Map<ProcessWorker, LogFile> running = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicBoolean rotating = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProcessRuntime(Environment environment, StateFolder state, LogLimits logLimits) {
        this.environment = environment;
        this.state = state;
        this.logLimits = logLimits;
        String removed = state.keep() == StateFolder.Keep.REMOVED ? state.root().toString() : "";
        trees = Programs.find("setsid", System.getenv("PATH"))
                .<ProcessTrees>map(setsid -> new ProcessGroups(setsid, removed))
                .orElseGet(ProcessHandles::new);
        disk = environment.blocking("processes", DISK_TASKS);
        commands = new CommandRuns(environment, trees, disk, state.folderOfCommands());
        notifications = new NotifySockets(
                environment, NotifyHelper.find(System.getenv("PATH")).orElse(null));
    }

    /** Logs lie in a temporary folder and are gone when the runtime is. */
    public static ProcessRuntime create(Environment environment) {
        return new ProcessRuntime(environment, StateFolder.temporary(), LogLimits.DEFAULT);
    }

    /** Logs lie in this folder and stay there. */
    public static ProcessRuntime create(Environment environment, Path folder, LogLimits logLimits) {
        StateFolder kept = new StateFolder(folder.toAbsolutePath().normalize(), StateFolder.Keep.KEPT);
        return new ProcessRuntime(environment, kept, logLimits);
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public List<String> schemes() {
        return List.of("process", "file", "java", "jar");
    }

    @Override
    public CompletionStage<Worker> start(WorkerSpec spec, WorkerListener listener) {
        if (spec.readiness() == Readiness.READY) {
            return CompletableFuture.supplyAsync(() -> launch(spec, Map.of()), disk);
        }
        return notifications
                .open(spec.subject(), listener)
                .thenApplyAsync(socket -> launchNotifying(spec, socket), disk);
    }

    private Worker launchNotifying(WorkerSpec spec, long socket) {
        try {
            Map<String, String> more =
                    Map.of("NOTIFY_SOCKET", notifications.path(socket).toString());
            Worker worker = launch(spec, more);
            worker.exit().thenRun(() -> notifications.close(socket));
            return worker;
        } catch (RuntimeException e) {
            notifications.close(socket);
            throw e;
        }
    }

    private Worker launch(WorkerSpec spec, Map<String, String> more) {
        Launch launch = Launch.of(spec, more);
        try {
            Path file = state.newLog(spec);
            Process process = trees.start(launch.command(), builder -> {
                builder.environment().clear();
                builder.environment().putAll(launch.environment());
                builder.directory(launch.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()));
            });
            return supervise(spec, launch, process, file);
        } catch (IOException e) {
            throw WorkerStartException.refused(
                    spec.subject() + ": " + launch.command().get(0) + " can't be started: " + e.getMessage(), e);
        }
    }

    private Worker supervise(WorkerSpec spec, Launch launch, Process process, Path file) {
        LogFile log = new LogFile(file, logLimits, environment, disk, process.onExit());
        ProcessWorker worker = new ProcessWorker(spec, process, trees, commands, launch, log);
        running.put(worker, log);
        process.onExit().thenRun(() -> {
            running.remove(worker);
            worker.ended();
        });
        if (rotating.compareAndSet(false, true)) {
            environment.schedule(ROTATION_PAUSE, disk, this::rotate);
        }
        return worker;
    }

    private void rotate() {
        rotating.set(false);
        List<LogFile> logs;
        synchronized (running) {
            logs = List.copyOf(running.values());
        }
        for (LogFile log : logs) {
            try {
                log.rotateIfLarge();
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("Log not rotated");
            }
        }
        if (!logs.isEmpty() && rotating.compareAndSet(false, true)) {
            environment.schedule(ROTATION_PAUSE, disk, this::rotate);
        }
    }

    @Override
    public CompletionStage<List<Worker>> running() {
        return CompletableFuture.completedFuture(snapshot());
    }

    private List<Worker> snapshot() {
        synchronized (running) {
            return new ArrayList<>(running.keySet());
        }
    }

    @Override
    public List<Shortcoming> shortcomings() {
        List<Shortcoming> all = new ArrayList<>(trees.shortcomings());
        all.add(NO_LIMITS);
        return all;
    }

    @Override
    public void forget(PodSandbox sandbox) {
        disk.execute(() -> StateFolder.remove(state.folderOf(sandbox)));
    }

    @Override
    public CompletionStage<Void> close() {
        List<Worker> left = snapshot();
        if (closed.compareAndSet(false, true)) {
            left.forEach(worker -> worker.signal(StopSignal.KILL));
        }
        CompletableFuture<?>[] exits =
                left.stream().map(worker -> worker.exit().toCompletableFuture()).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(exits).thenRunAsync(this::release, disk);
    }

    private void release() {
        trees.close();
        notifications.close();
        if (state.keep() == StateFolder.Keep.REMOVED) {
            StateFolder.remove(state.root());
        }
    }
}
