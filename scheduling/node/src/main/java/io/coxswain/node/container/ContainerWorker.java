package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.ContainerStatusBuilder;
import io.coxswain.environment.Cancellable;
import io.coxswain.event.EventType;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.node.status.ContainerStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One container of a pod through all of its runs: started, ended, started again by the restart policy, stopped. {@code pkg/kubelet/kuberuntime/kuberuntime_container.go} says the same for the kubelet.
 * Owned by the steps of the pod.
 */
public final class ContainerWorker {
    /** How long a container waits whose variables can't be resolved: as long as the kubelet's next look at a pod takes at most. */
    private static final Duration CONFIG_RETRY = Duration.ofSeconds(5);

    private static final String CONFIG_ERROR = "CreateContainerConfigError";

    private final ContainerServices services;
    private final ContainerOwner owner;
    private final Container container;
    private final Restarts restarts;

    private Life life = Life.WAITING;
    private ContainerState state = ContainerStates.waiting(ContainerStates.CREATING, "");
    private ContainerState lastState = ContainerState.EMPTY;
    private @Nullable ContainerRun run;
    private @Nullable Cancellable retry;
    private boolean startsAgain;
    private boolean firstStartOver;

    /** Where a container is. */
    private enum Life {
        /** Between runs, or before the first. */
        WAITING,
        /** There is a run. */
        RUNNING,
        /** No further run comes. */
        ENDED
    }

    /** A container that has never run. */
    public ContainerWorker(ContainerServices services, ContainerOwner owner, Container container) {
        this.services = services;
        this.owner = owner;
        this.container = container;
        restarts = new Restarts(owner.pod().spec().restartPolicy());
    }

    /** The container's name. */
    public String name() {
        return container.name();
    }

    /** What runs now. */
    public Optional<Worker> worker() {
        return run == null ? Optional.empty() : Optional.ofNullable(run.worker());
    }

    /** Takes over from an agent that has ended: what ran then is lost. To be called before {@link #start}. */
    public void adopt(ContainerStatus before) {
        restarts.adopt(before.restartCount());
        lastState = before.lastState();
        state = before.state();
        if (before.state().running() != null) {
            state = ContainerStates.terminated(
                    ContainerStates.lost(before.state(), services.environment().now()));
        }
        ContainerStateTerminated end = state.terminated();
        if (end != null && !restarts.follow(end.exitCode())) {
            life = Life.ENDED;
            firstStartOver = true;
        }
        startsAgain = end != null || lastState.terminated() != null;
    }

    /** Starts a run now, unless there is one or the pod ends. */
    public void start() {
        if (life != Life.WAITING || !owner.isActive()) {
            return;
        }
        Optional<ContainerStart> start = services.runtimes()
                .image(container.image())
                .flatMap(image -> services.runtimes()
                        .runtime(image.scheme())
                        .map(runtime -> new ContainerStart(services, owner, container, attempt(), image, runtime)));
        if (start.isEmpty()) {
            imageIsUnknown();
            return;
        }
        life = Life.RUNNING;
        ContainerRun next = new ContainerRun(services, owner, container, new Progress());
        run = next;
        next.begin(start.get());
    }

    private int attempt() {
        return restarts.count() + (startsAgain ? 1 : 0);
    }

    private void imageIsUnknown() {
        String message = "Container image \"" + container.image() + "\" means nothing here: map it, such as"
                + " Cluster.builder().image(\"" + container.image()
                + "\", Image.process(\"...\")), or use one with a scheme of "
                + String.join(", ", services.runtimes().schemes());
        state = ContainerStates.waiting("ErrImageNeverPull", message);
        owner.event(EventType.WARNING, "ErrImageNeverPull", message);
        firstStartIsOver();
        owner.changed();
    }

    private void firstStartIsOver() {
        if (!firstStartOver) {
            firstStartOver = true;
            owner.firstStartIsOver(this);
        }
    }

    private void moveEndToLastState() {
        ContainerStateTerminated end = state.terminated();
        if (end != null) {
            lastState = ContainerStates.terminated(end);
        }
    }

    /** The run that was there is over. @return whether it was ordered to end */
    private boolean runIsOver() {
        boolean ordered = run != null && run.isStopping();
        run = null;
        life = Life.WAITING;
        return ordered;
    }

    /** @param waitingReason why it waits for its next run, where it was never started */
    private void endedRun(ContainerStateTerminated end, Duration time, String waitingReason) {
        state = ContainerStates.terminated(end);
        if (!owner.isActive() || !restarts.follow(end.exitCode())) {
            endForGood();
            return;
        }
        startsAgain = true;
        Duration wait = restarts.pause(time);
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
        retry = services.environment().schedule(wait, owner.serial(), this::start);
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

    private void endForGood() {
        if (life != Life.ENDED) {
            life = Life.ENDED;
            owner.ended();
        }
    }

    /** Whether no further run comes. */
    public boolean isEnded() {
        return life == Life.ENDED;
    }

    /**
     * Ends the present run and lets no other follow, as the pod isn't active any more; of two orders the sooner end counts.
     *
     * @param grace from now until it is killed
     * @param released must be complete before it gets TERM
     */
    public void stop(Duration grace, CompletionStage<?> released) {
        if (run != null) {
            run.stop(grace, released);
            return;
        }
        if (retry != null) {
            retry.cancel();
        }
        endForGood();
    }

    /** How the container stands now. */
    public ContainerStatus status() {
        boolean runs = state.running() != null;
        Worker worker = worker().orElse(null);
        return ContainerStatusBuilder.builder()
                .name(name())
                .image(container.image())
                .imageID(runs && worker != null ? worker.spec().image().toString() : "")
                .containerID(worker == null ? "" : worker.id())
                .state(state)
                .lastState(lastState)
                .ready(runs && run != null && run.isReady())
                .started(runs && run != null && run.isStarted())
                .restartCount(restarts.count())
                .build();
    }

    /** How the present run goes. */
    private final class Progress implements ContainerRun.Listener {
        @Override
        public void notStarted(Throwable cause) {
            String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            owner.event(EventType.WARNING, "Failed", "Error: " + message);
            if (runIsOver()) {
                endForGood();
            } else if (cause instanceof WorkerStartException refused
                    && !refused.reason().equals(CONFIG_ERROR)) {
                countRestart();
                Instant now = services.environment().now();
                endedRun(ContainerStates.startError(refused.exitCode(), message, now), Duration.ZERO, refused.reason());
            } else {
                state = ContainerStates.waiting(CONFIG_ERROR, message);
                retry = services.environment().schedule(CONFIG_RETRY, owner.serial(), ContainerWorker.this::start);
            }
            firstStartIsOver();
            owner.changed();
        }

        /** A start that the container's own fields forbid is none that counts. */
        private void countRestart() {
            if (startsAgain) {
                startsAgain = false;
                restarts.counted();
            }
        }

        @Override
        public void runs(Instant since) {
            moveEndToLastState();
            state = ContainerStates.running(since);
            countRestart();
            firstStartIsOver();
            owner.changed();
        }

        @Override
        public void changed() {
            owner.changed();
        }

        @Override
        public void ended(ContainerStateTerminated end, Duration time) {
            moveEndToLastState();
            countRestart();
            runIsOver();
            endedRun(end, time, "");
            firstStartIsOver();
            owner.changed();
        }
    }
}
