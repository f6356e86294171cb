package io.coxswain.node.runtime.model;

import io.coxswain.environment.Environment;
import io.coxswain.node.probe.ProbeAction;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.probe.Prober;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Runs models of workers: nothing is started but timers, so a whole cluster fits into a simulation. It is the runtime of every scheme of the other runtimes and answers probes too.
 *
 * <p>Thread-safe; all that happens are steps on one serial executor.
 */
public final class ModelRuntime implements WorkerRuntime, Prober {
    private final Environment environment;
    private final Function<WorkerSpec, ModelBehaviour> behaviour;
    private final Executor serial;
    private final AtomicLong starts = new AtomicLong();

    // Owned by the steps on the serial executor.
    private final List<ModelWorker> running = new ArrayList<>();
    private boolean closed;

    private ModelRuntime(Environment environment, Function<WorkerSpec, ModelBehaviour> behaviour) {
        this.environment = environment;
        this.behaviour = behaviour;
        serial = environment.serial("model-runtime");
    }

    /** Every worker behaves well. */
    public static ModelRuntime create(Environment environment) {
        return create(environment, spec -> ModelBehaviour.STEADY);
    }

    /** Each start of a container behaves as this says. */
    public static ModelRuntime create(Environment environment, Function<WorkerSpec, ModelBehaviour> behaviour) {
        return new ModelRuntime(environment, behaviour);
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public List<String> schemes() {
        return List.of("process", "file", "java", "jar", "jvm");
    }

    @Override
    public CompletionStage<Worker> start(WorkerSpec spec, WorkerListener listener) {
        CompletableFuture<Worker> started = new CompletableFuture<>();
        ModelBehaviour how = behaviour.apply(spec);
        environment.schedule(how.start(), serial, () -> {
            String failure = closed ? "the runtime is closed" : how.startFailure();
            if (failure == null) {
                started.complete(begin(spec, how));
                sayReady(spec, how, listener);
            } else {
                started.completeExceptionally(WorkerStartException.notFound(spec.subject() + ": " + failure));
            }
        });
        return started;
    }

    private void sayReady(WorkerSpec spec, ModelBehaviour how, WorkerListener listener) {
        if (spec.readiness() == Readiness.NOT_READY) {
            environment.schedule(how.ready(), serial, () -> listener.readiness(Readiness.READY));
        }
    }

    private ModelWorker begin(WorkerSpec spec, ModelBehaviour how) {
        ModelWorker worker =
                new ModelWorker(this, spec, "model://" + starts.incrementAndGet(), how, environment.nanoTime());
        running.add(worker);
        Duration run = how.run();
        if (run != null) {
            environment.schedule(run, serial, () -> worker.end(how.exitCode()));
        }
        return worker;
    }

    /** How many workers were started since the beginning. */
    public long starts() {
        return starts.get();
    }

    /** Lets the workers of a pod write a line. */
    public void say(ResourceKey pod, String line) {
        serial.execute(() -> running.stream()
                .filter(worker -> worker.spec().sandbox().pod().equals(pod))
                .forEach(worker -> worker.say(line)));
    }

    /** Lets the workers of a pod end with this code, as if by themselves. */
    public void end(ResourceKey pod, int code) {
        serial.execute(() -> new ArrayList<>(running)
                .stream()
                        .filter(worker -> worker.spec().sandbox().pod().equals(pod))
                        .forEach(worker -> worker.end(code)));
    }

    void ended(ModelWorker worker) {
        running.remove(worker);
    }

    void signal(ModelWorker worker, StopSignal signal) {
        if (signal == StopSignal.KILL) {
            serial.execute(() -> worker.end(137));
        } else {
            environment.schedule(worker.behaviour().stop(), serial, () -> worker.end(143));
        }
    }

    @Override
    public CompletionStage<ProbeResult> probe(Worker worker, ProbeAction action, Duration limit) {
        CompletableFuture<ProbeResult> answer = new CompletableFuture<>();
        serial.execute(() -> answer.complete(
                running.contains(worker) && isReady((ModelWorker) worker)
                        ? ProbeResult.SUCCESS
                        : ProbeResult.failure("not ready yet")));
        return answer;
    }

    private boolean isReady(ModelWorker worker) {
        return environment.nanoTime() - worker.startedNanos()
                >= worker.behaviour().ready().toNanos();
    }

    @Override
    public CompletionStage<List<Worker>> running() {
        CompletableFuture<List<Worker>> answer = new CompletableFuture<>();
        serial.execute(() -> answer.complete(List.copyOf(running)));
        return answer;
    }

    @Override
    public List<Shortcoming> shortcomings() {
        return List.of();
    }

    @Override
    public void forget(PodSandbox sandbox) {
        // a model leaves nothing behind
    }

    @Override
    public CompletionStage<Void> close() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        serial.execute(() -> {
            closed = true;
            new ArrayList<>(running).forEach(worker -> worker.end(137));
            done.complete(null);
        });
        return done;
    }
}
