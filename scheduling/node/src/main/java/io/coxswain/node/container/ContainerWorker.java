package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.ContainerStatusBuilder;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.environment.Cancellable;
import io.coxswain.event.EventType;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerStartException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One container of a pod through all of its runs: started, probed, ended, started again by the restart policy, stopped. {@code pkg/kubelet/kuberuntime/kuberuntime_container.go} says the same for the
 * kubelet. All state is owned by the steps of the pod; what comes from elsewhere enters through them and is dropped if it is about an earlier run.
 */
final class ContainerWorker {
    /** What is left after a preStop hook that has used up the grace period ({@code minimumGracePeriodInSeconds}). */
    private static final Duration LEAST_GRACE = Duration.ofSeconds(2);

    /** How long a container waits whose variables can't be resolved: as long as the kubelet's next look at a pod takes at most. */
    private static final Duration CONFIG_RETRY = Duration.ofSeconds(5);

    private final AgentServices services;
    private final ContainerOwner owner;
    private final Container container;
    private final RestartBackoff backoff = new RestartBackoff(RestartBackoff.FIRST, RestartBackoff.LONGEST);

    private Life life = Life.WAITING;
    private ContainerState state = ContainerStates.waiting(ContainerStates.CREATING, "");
    private ContainerState lastState = ContainerState.EMPTY;
    private int run;
    private int restarts;
    private String image;
    private Instant startedAt = Instant.EPOCH;
    private long startedNanos;
    private Readiness said = Readiness.READY;
    private @Nullable Worker worker;
    private @Nullable ContainerProbes probes;
    private @Nullable Cancellable retry;
    private @Nullable Cancellable kill;
    private @Nullable Stop stop;
    private boolean termSent;
    private boolean firstStartOver;

    /** Where a container is. */
    private enum Life {
        /** Between runs, or before the first. */
        WAITING,
        /** The runtime has been asked. */
        STARTING,
        /** There is a worker. */
        RUNNING,
        /** No further run comes. */
        ENDED
    }

    /** An order to end, for a run that is still starting when it comes. */
    private record Stop(Duration grace, CompletionStage<?> released, long orderedNanos) {}

    ContainerWorker(AgentServices services, ContainerOwner owner, Container container) {
        this.services = services;
        this.owner = owner;
        this.container = container;
        image = container.image();
    }

    String name() {
        return container.name();
    }

    @Nullable
    Worker worker() {
        return worker;
    }

    /** Takes over from an agent that has ended: what ran then is lost. */
    void adopt(ContainerStatus before) {
        restarts = before.restartCount();
        lastState = before.lastState();
        state = before.state();
        if (before.state().running() != null) {
            ContainerStateTerminated lost =
                    ContainerStates.lost(before.state(), services.environment().now());
            state = ContainerStates.terminated(lost);
        }
        ContainerStateTerminated end = state.terminated();
        if (end != null && !isRestarted(end.exitCode())) {
            life = Life.ENDED;
            firstStartOver = true;
        } else if (end != null) {
            restarts++;
        }
    }

    /** Starts a run now. */
    void start() {
        if (life != Life.WAITING || !owner.isActive()) {
            return;
        }
        life = Life.STARTING;
        run++;
        int thisRun = run;
        services.image(container.image())
                .flatMap(found -> services.runtime(found.scheme())
                        .map(runtime -> new ContainerStart(services, owner, container, restarts, found, runtime)))
                .ifPresentOrElse(
                        start -> start.begin(readiness -> onStep(thisRun, () -> said(readiness)))
                                .whenComplete((started, failure) ->
                                        owner.serial().execute(() -> started(thisRun, started, failure))),
                        this::imageIsUnknown);
    }

    private void onStep(int ofRun, Runnable step) {
        owner.serial().execute(() -> {
            if (ofRun == run && life != Life.ENDED) {
                step.run();
            }
        });
    }

    private void imageIsUnknown() {
        life = Life.WAITING;
        String message = "Container image \"" + container.image() + "\" means nothing here: map it, such as"
                + " Cluster.builder().image(\"" + container.image()
                + "\", Image.process(\"...\")), or use one with a scheme of " + String.join(", ", services.schemes());
        state = ContainerStates.waiting("ErrImageNeverPull", message);
        owner.event(EventType.WARNING, "ErrImageNeverPull", message);
        firstStartIsOver();
        owner.changed();
    }

    private void started(int thisRun, @Nullable Worker started, @Nullable Throwable failure) {
        if (started == null) {
            startFailed(failure == null ? new IllegalStateException("no worker") : failure);
            return;
        }
        life = Life.RUNNING;
        worker = started;
        startedAt = services.environment().now();
        startedNanos = services.environment().nanoTime();
        said = started.spec().readiness();
        image = started.spec().image().toString();
        started.exit().thenAccept(exit -> onStep(thisRun, () -> exited(started, exit)));
        owner.event(EventType.NORMAL, "Created", "Created container: " + name());
        owner.event(EventType.NORMAL, "Started", "Started container " + name());
        WorkerOutput output = services.output();
        if (output != null) {
            started.log()
                    .follow(owner.serial(), line -> output.line(owner.sandbox().pod(), name(), line));
        }
        Stop ordered = stop;
        if (ordered != null) {
            begin(started, ordered);
        } else {
            afterStart(thisRun, started);
        }
    }

    private void startFailed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        life = Life.WAITING;
        owner.event(EventType.WARNING, "Failed", "Error: " + message);
        if (stop != null) {
            endForGood();
        } else if (cause instanceof WorkerStartException refused
                && !refused.reason().equals("CreateContainerConfigError")) {
            ContainerStateTerminated end = ContainerStates.startError(
                    refused.exitCode(), message, services.environment().now());
            endedRun(end, Duration.ZERO, refused.reason());
        } else {
            state = ContainerStates.waiting("CreateContainerConfigError", message);
            retry = services.environment().schedule(CONFIG_RETRY, owner.serial(), this::start);
        }
        firstStartIsOver();
        owner.changed();
    }

    private void afterStart(int thisRun, Worker started) {
        LifecycleHandler hook =
                container.lifecycle() == null ? null : container.lifecycle().postStart();
        if (hook == null) {
            runs(started);
            return;
        }
        Hooks.run(services, owner.serial(), container, started, hook, owner.gracePeriod())
                .thenAccept(result -> onStep(thisRun, () -> hookEnded(started, result)));
    }

    private void hookEnded(Worker started, ProbeResult result) {
        if (worker != started || stop != null) {
            return;
        }
        if (result.isSuccess()) {
            runs(started);
        } else {
            owner.event(EventType.WARNING, "FailedPostStartHook", "PostStartHook failed: " + result.message());
            owner.event(EventType.NORMAL, "Killing", "FailedPostStartHook");
            stop(owner.gracePeriod(), CompletableFuture.completedFuture(null));
        }
    }

    private void runs(Worker started) {
        moveEndToLastState();
        state = ContainerStates.running(startedAt);
        ContainerProbes found = new ContainerProbes(services, owner.serial(), container, started, new Health());
        probes = found;
        found.begin();
        firstStartIsOver();
        owner.changed();
    }

    private void moveEndToLastState() {
        ContainerStateTerminated end = state.terminated();
        if (end != null) {
            lastState = ContainerStates.terminated(end);
        }
    }

    private void firstStartIsOver() {
        if (!firstStartOver) {
            firstStartOver = true;
            owner.firstStartIsOver(this);
        }
    }

    private void said(Readiness readiness) {
        said = readiness;
        owner.changed();
    }

    private void exited(Worker ended, WorkerExit exit) {
        if (worker != ended) {
            return;
        }
        forgetRun();
        Instant now = services.environment().now();
        Duration time = Duration.ofNanos(services.environment().nanoTime() - startedNanos);
        moveEndToLastState();
        endedRun(ContainerStates.end(ended.id(), exit, startedAt, now), time, "");
        firstStartIsOver();
        owner.changed();
    }

    private void forgetRun() {
        if (probes != null) {
            probes.stop();
        }
        if (kill != null) {
            kill.cancel();
        }
        worker = null;
        probes = null;
        kill = null;
        stop = null;
        termSent = false;
        life = Life.WAITING;
    }

    /** @param waitingReason why it waits for its next run, where it was never started */
    private void endedRun(ContainerStateTerminated end, Duration time, String waitingReason) {
        state = ContainerStates.terminated(end);
        if (!owner.isActive() || !isRestarted(end.exitCode())) {
            endForGood();
            return;
        }
        Duration wait = backoff.ended(time);
        if (!wait.isZero() || !waitingReason.isEmpty()) {
            lastState = state;
            state = wait.isZero()
                    ? ContainerStates.waiting(waitingReason, end.message())
                    : ContainerStates.waiting(ContainerStates.CRASH_LOOP, crashLoop(end, wait));
        }
        if (!wait.isZero()) {
            owner.event(
                    EventType.WARNING,
                    "BackOff",
                    "Back-off restarting failed container " + name() + " in pod " + podName());
        }
        retry = services.environment().schedule(wait, owner.serial(), this::restart);
    }

    private String crashLoop(ContainerStateTerminated end, Duration wait) {
        String why = end.message().isEmpty() ? "exit code " + end.exitCode() : end.message();
        return "back-off " + text(wait) + " restarting failed container=" + name() + " pod=" + podName() + ": " + why;
    }

    /** As Go writes durations: 10s, 2m40s. */
    private static String text(Duration wait) {
        String seconds = wait.toSecondsPart() + "s";
        return wait.toMinutes() == 0 ? seconds : wait.toMinutes() + "m" + seconds;
    }

    private String podName() {
        return owner.sandbox().pod().name() + "_" + owner.sandbox().pod().namespace() + "("
                + owner.sandbox().uid() + ")";
    }

    private boolean isRestarted(int exitCode) {
        String policy = owner.pod().spec().restartPolicy();
        return policy.equals("Always") || policy.isEmpty() || (policy.equals("OnFailure") && exitCode != 0);
    }

    private void restart() {
        if (life == Life.WAITING && owner.isActive()) {
            restarts++;
            start();
        }
    }

    private void endForGood() {
        if (life != Life.ENDED) {
            life = Life.ENDED;
            owner.ended();
        }
    }

    /** Whether no further run comes. */
    boolean isEnded() {
        return life == Life.ENDED;
    }

    /**
     * Ends the present run.
     *
     * @param grace from now until it is killed
     * @param released must be complete before it gets TERM
     */
    void stop(Duration grace, CompletionStage<?> released) {
        if (stop != null) {
            shorten(grace);
            return;
        }
        Worker current = worker;
        if (life == Life.STARTING || current != null) {
            Stop ordered = new Stop(grace, released, services.environment().nanoTime());
            stop = ordered;
            if (current != null) {
                begin(current, ordered);
            }
        } else {
            if (retry != null) {
                retry.cancel();
            }
            endForGood();
        }
    }

    private void begin(Worker current, Stop ordered) {
        if (probes != null) {
            probes.stopKilling();
        }
        long gone = services.environment().nanoTime() - ordered.orderedNanos;
        Duration left = ordered.grace.minusNanos(gone);
        LifecycleHandler hook =
                container.lifecycle() == null ? null : container.lifecycle().preStop();
        CompletionStage<?> ready = hook == null || ordered.grace.isZero()
                ? ordered.released
                : preStop(current, hook, left).thenCombine(ordered.released, (result, released) -> result);
        int thisRun = run;
        ready.whenComplete((any, failure) -> onStep(thisRun, () -> terminate(current)));
        kill = services.environment().schedule(left, owner.serial(), () -> graceIsOver(current));
    }

    private CompletionStage<ProbeResult> preStop(Worker current, LifecycleHandler hook, Duration limit) {
        return Hooks.run(services, owner.serial(), container, current, hook, limit)
                .thenApply(result -> {
                    if (!result.isSuccess()) {
                        owner.serial()
                                .execute(() -> owner.event(
                                        EventType.WARNING,
                                        "FailedPreStopHook",
                                        "PreStopHook failed: " + result.message()));
                    }
                    return result;
                });
    }

    private void terminate(Worker current) {
        if (worker == current && !termSent) {
            termSent = true;
            current.signal(StopSignal.TERM);
        }
    }

    private void graceIsOver(Worker current) {
        if (worker != current) {
            return;
        }
        Stop ordered = stop;
        if (termSent || (ordered != null && ordered.grace.isZero())) {
            current.signal(StopSignal.KILL);
            return;
        }
        terminate(current);
        kill = services.environment().schedule(LEAST_GRACE, owner.serial(), () -> current.signal(StopSignal.KILL));
    }

    private void shorten(Duration grace) {
        Worker current = worker;
        if (current != null && kill != null) {
            kill.cancel();
            kill = services.environment().schedule(grace, owner.serial(), () -> {
                if (worker == current) {
                    current.signal(StopSignal.KILL);
                }
            });
        }
    }

    /** How the container stands now. */
    ContainerStatus status() {
        boolean runs = state.running() != null;
        boolean started = runs && probes != null && probes.isStarted();
        boolean ready = runs && probes != null && probes.isReady() && said == Readiness.READY;
        return ContainerStatusBuilder.builder()
                .name(name())
                .image(container.image())
                .imageID(state.running() == null ? "" : image)
                .containerID(worker == null ? "" : worker.id())
                .state(state)
                .lastState(lastState)
                .ready(ready)
                .started(started)
                .restartCount(restarts)
                .build();
    }

    /** What the probes find. */
    private final class Health implements ContainerProbes.Listener {
        @Override
        public void changed() {
            owner.changed();
        }

        @Override
        public void unhealthy(String message) {
            owner.event(EventType.WARNING, "Unhealthy", message);
        }

        @Override
        public void kill(String kind, Probe probe) {
            Long own = probe.terminationGracePeriodSeconds();
            owner.event(
                    EventType.NORMAL,
                    "Killing",
                    "Container " + name() + " failed " + kind + " probe, will be restarted");
            stop(own == null ? owner.gracePeriod() : Duration.ofSeconds(own), CompletableFuture.completedFuture(null));
        }
    }
}
