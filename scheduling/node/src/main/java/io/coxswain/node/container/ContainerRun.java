package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.event.EventType;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.status.ContainerStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a container, from asking the runtime until its worker has ended. What belongs to a run is here only, so that nothing of an earlier run reaches a later one. Owned by the steps of the pod.
 */
final class ContainerRun {
    /** The kubelet lets postStart take as long as it likes; this only keeps a hook that hangs from being waited for without end. */
    private static final Duration POST_START_LIMIT = Duration.ofHours(1);

    /** As much of a log as becomes a message ({@code MaxPodTerminationMessageLogLines} and {@code MaxPodTerminationMessageLogLength}). */
    private static final int MESSAGE_LINES = 80;

    private static final int MESSAGE_CHARACTERS = 2 << 10;

    private final ContainerServices services;
    private final ContainerOwner owner;
    private final Container container;
    private final Listener listener;
    private @Nullable Worker worker;
    private @Nullable ContainerProbes probes;
    private @Nullable Watchdog watchdog;
    private @Nullable StopSequence stop;
    private Readiness said;
    private Instant startedAt = Instant.EPOCH;
    private long startedNanos;
    private boolean hasExited;
    private boolean isOver;

    /** Hears how a run goes, in the steps of the pod. */
    interface Listener {
        /** There is no worker, and why. */
        void notStarted(Throwable cause);

        /** The container runs. */
        void runs(Instant since);

        /** Readiness is another. */
        void changed();

        /** The worker has ended after so long. */
        void ended(ContainerStateTerminated end, Duration time);
    }

    ContainerRun(ContainerServices services, ContainerOwner owner, Container container, Listener listener) {
        this.services = services;
        this.owner = owner;
        this.container = container;
        this.listener = listener;
        said = owner.readiness();
    }

    /** Asks the runtime. */
    void begin(ContainerStart start) {
        start.begin(new Words())
                .whenComplete((started, failure) -> owner.serial().execute(() -> started(started, failure)));
    }

    private void onStep(Runnable step) {
        owner.serial().execute(() -> {
            if (!isOver) {
                step.run();
            }
        });
    }

    private void started(@Nullable Worker started, @Nullable Throwable failure) {
        if (started == null) {
            isOver = true;
            listener.notStarted(failure == null ? new IllegalStateException("no worker") : cause(failure));
            return;
        }
        worker = started;
        startedAt = services.environment().now();
        startedNanos = services.environment().nanoTime();
        started.exit().thenAccept(exit -> onStep(() -> exited(started, exit)));
        owner.event(EventType.NORMAL, "Created", "Created container: " + container.name());
        owner.event(EventType.NORMAL, "Started", "Started container " + container.name());
        owner.output(container.name()).ifPresent(lines -> started.log().follow(owner.serial(), lines));
        StopSequence ordered = stop;
        if (ordered == null) {
            afterStart(started);
        } else {
            ordered.begin(started);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void afterStart(Worker started) {
        LifecycleHandler hook =
                container.lifecycle() == null ? null : container.lifecycle().postStart();
        if (hook == null) {
            runs(started);
            return;
        }
        Hooks.run(services, owner.serial(), container, started, hook, POST_START_LIMIT)
                .thenAccept(result -> onStep(() -> hookEnded(started, result)));
    }

    private void hookEnded(Worker started, ProbeResult result) {
        if (stop != null) {
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
        ContainerProbes found = new ContainerProbes(services, owner.serial(), container, started, new Health());
        probes = found;
        found.begin();
        listener.runs(startedAt);
    }

    private void said(Readiness readiness) {
        said = readiness;
        if (readiness == Readiness.READY && watchdog == null) {
            owner.watchdog().ifPresent(this::watch);
        }
        listener.changed();
    }

    /** From the first READY on, as for systemd. */
    private void watch(Duration limit) {
        Watchdog fresh = new Watchdog(services.environment(), owner.serial(), limit, () -> silent(limit));
        watchdog = fresh;
        fresh.alive();
    }

    private void silent(Duration limit) {
        if (!hasExited && stop == null) {
            owner.event(
                    EventType.WARNING,
                    "Unhealthy",
                    "Container " + container.name() + " has not said WATCHDOG=1 for " + limit.toSeconds() + " s");
            owner.event(
                    EventType.NORMAL, "Killing", "Container " + container.name() + " was silent, will be restarted");
            stop(owner.gracePeriod(), CompletableFuture.completedFuture(null));
        }
    }

    private void exited(Worker ended, WorkerExit exit) {
        Instant at = services.environment().now();
        Duration time = Duration.ofNanos(services.environment().nanoTime() - startedNanos);
        hasExited = true;
        if (probes != null) {
            probes.stop();
        }
        probes = null;
        if (watchdog != null) {
            watchdog.stop();
        }
        if (stop != null) {
            stop.over();
        }
        withMessage(ended, exit)
                .whenComplete((told, failure) -> onStep(() -> {
                    isOver = true;
                    worker = null;
                    WorkerExit known = told == null ? exit : told;
                    listener.ended(ContainerStates.end(ended.id(), known, startedAt, at), time);
                }));
    }

    /** With the end of its log as message, where that is asked for and nothing else tells why it failed. */
    private CompletionStage<WorkerExit> withMessage(Worker ended, WorkerExit exit) {
        boolean asked = container.terminationMessagePolicy().equals("FallbackToLogsOnError");
        if (!asked || exit.code() == 0 || !exit.message().isEmpty()) {
            return CompletableFuture.completedFuture(exit);
        }
        return ended.log().tail(MESSAGE_LINES).thenApply(lines -> exit.withMessage(lastOf(lines)));
    }

    private static String lastOf(List<String> lines) {
        String text = String.join("\n", lines);
        return text.substring(Math.max(0, text.length() - MESSAGE_CHARACTERS));
    }

    /**
     * Ends the run; of two orders the sooner end counts.
     *
     * @param grace from now until it is killed
     * @param released must be complete before it gets TERM
     */
    void stop(Duration grace, CompletionStage<?> released) {
        if (stop != null) {
            stop.shorten(grace);
            return;
        }
        if (probes != null) {
            probes.stopKilling();
        }
        StopSequence ordered = new StopSequence(services, owner, container, grace, released);
        stop = ordered;
        Worker current = worker;
        if (current != null && !hasExited) {
            ordered.begin(current);
        }
    }

    boolean isStopping() {
        return stop != null;
    }

    /** What runs; {@code null} before the runtime has answered. */
    @Nullable
    Worker worker() {
        return worker;
    }

    boolean isStarted() {
        return probes != null && probes.isStarted();
    }

    boolean isReady() {
        return probes != null && probes.isReady() && said == Readiness.READY;
    }

    /** What the worker says about itself, from any thread. */
    private final class Words implements WorkerListener {
        @Override
        public void readiness(Readiness readiness) {
            onStep(() -> said(readiness));
        }

        @Override
        public void status(String text) {
            onStep(() -> owner.event(EventType.NORMAL, "WorkerStatus", "Container " + container.name() + ": " + text));
        }

        @Override
        public void alive() {
            onStep(() -> {
                if (watchdog != null && !hasExited) {
                    watchdog.alive();
                }
            });
        }
    }

    /** What the probes find. */
    private final class Health implements ContainerProbes.Listener {
        @Override
        public void changed() {
            listener.changed();
        }

        @Override
        public void event(String reason, String message) {
            owner.event(EventType.WARNING, reason, message);
        }

        @Override
        public void kill(String kind, Probe probe) {
            Long own = probe.terminationGracePeriodSeconds();
            owner.event(
                    EventType.NORMAL,
                    "Killing",
                    "Container " + container.name() + " failed " + kind + " probe, will be restarted");
            stop(own == null ? owner.gracePeriod() : Duration.ofSeconds(own), CompletableFuture.completedFuture(null));
        }
    }
}
