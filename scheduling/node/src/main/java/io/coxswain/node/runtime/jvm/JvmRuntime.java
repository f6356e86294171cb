package io.coxswain.node.runtime.jvm;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Runs workers that the application has registered, each on a thread of the environment. A worker that ignores its end is given up: nothing can end a thread by force. */
public final class JvmRuntime implements WorkerRuntime {
    private static final Shortcoming NO_FORCE = new Shortcoming(
            "ThreadsNotKillable",
            "SharedJvm",
            "workers of jvm: images share the application's JVM: a thread that ignores its interrupt goes on after its container's end, and limits of CPU and memory are not enforced");

    private final Environment environment;
    private final Map<String, JvmWorker> workers;
    private final AtomicLong starts = new AtomicLong();
    private final Set<JvmRun> running = Collections.synchronizedSet(new LinkedHashSet<>());

    private final AtomicBoolean closed = new AtomicBoolean();

    private JvmRuntime(Environment environment, Map<String, JvmWorker> workers) {
        this.environment = environment;
        this.workers = Collections.unmodifiableMap(new LinkedHashMap<>(workers));
    }

    /**
     * A runtime for the workers of an application.
     *
     * @param workers by the name that follows {@code jvm:} in an image
     */
    public static JvmRuntime create(Environment environment, Map<String, JvmWorker> workers) {
        return new JvmRuntime(environment, workers);
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public List<String> schemes() {
        return List.of("jvm");
    }

    @Override
    public CompletionStage<Worker> start(WorkerSpec spec, WorkerListener listener) {
        JvmWorker worker = workers.get(spec.image().name());
        if (worker == null) {
            return CompletableFuture.failedFuture(WorkerStartException.notFound(spec.subject() + ": image "
                    + spec.image() + ": no worker '" + spec.image().name()
                    + "' is registered in this application" + known()));
        }
        if (!spec.command().isEmpty()) {
            return CompletableFuture.failedFuture(WorkerStartException.misconfigured(spec.subject() + ": command: "
                    + spec.command() + ": image " + spec.image() + " is the command; put its arguments into args"));
        }
        if (closed.get()) {
            return CompletableFuture.failedFuture(WorkerStartException.refused(
                    spec.subject() + ": can't be started", new IllegalStateException("the jvm runtime is closed")));
        }
        JvmRun run = new JvmRun(environment, spec, "jvm://" + starts.incrementAndGet(), listener);
        running.add(run);
        run.exit().thenRun(() -> running.remove(run));
        run.begin(worker);
        if (closed.get()) {
            run.signal(StopSignal.KILL); // it was closed meanwhile and may not have seen this one
        }
        return CompletableFuture.completedFuture(run);
    }

    private String known() {
        return workers.isEmpty() ? "; none is" : "; registered: " + String.join(", ", workers.keySet());
    }

    @Override
    public CompletionStage<List<Worker>> running() {
        return CompletableFuture.completedFuture(snapshot());
    }

    private List<Worker> snapshot() {
        synchronized (running) {
            return new ArrayList<>(running);
        }
    }

    @Override
    public List<Shortcoming> shortcomings() {
        return List.of(NO_FORCE);
    }

    @Override
    public void forget(PodSandbox sandbox) {
        // a run's log is in memory and goes with it
    }

    @Override
    public CompletionStage<Void> close() {
        closed.set(true);
        snapshot().forEach(worker -> worker.signal(StopSignal.KILL));
        return CompletableFuture.completedFuture(null);
    }
}
