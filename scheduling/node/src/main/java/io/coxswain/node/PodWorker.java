package io.coxswain.node;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.environment.Cancellable;
import io.coxswain.event.EventType;
import io.coxswain.node.fields.FieldReport;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.status.PodPhases;
import io.coxswain.node.status.PodStatuses;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives one pod, told apart by its uid, from being bound to this node until nothing of it is left: {@code pkg/kubelet/pod_workers.go}. A state machine whose steps run on a serial executor of its own,
 * which owns all state.
 */
final class PodWorker {
    /** How long a pod waits that got no address: as long as the kubelet's next look at a pod takes at most. */
    private static final Duration ADDRESS_RETRY = Duration.ofSeconds(5);

    /** What is left to a pod whose object is gone already. */
    private static final Duration GONE_GRACE = Duration.ofSeconds(1);

    private final AgentServices services;
    private final Consumer<PodWorker> onEnd;
    private final String uid;
    private final Executor serial;
    private final PodStatusWriter writer;
    private final PodNetwork network;
    private final PodRemoval removal;
    private final PodContainers containers;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Instant startTime;
    private final FieldReport fields;

    private Pod pod;
    private Life life = Life.NEW;
    private PodStatuses.@Nullable Verdict verdict;
    private @Nullable Cancellable deadline;
    private @Nullable Duration orderedGrace;
    private boolean isGone;
    private boolean isLeft;

    /** Where a pod is. */
    private enum Life {
        NEW,
        /** It asks for what the agent doesn't do. */
        REFUSED,
        /** It gets its address. */
        CONNECTING,
        /** Its containers run, and are restarted. */
        ACTIVE,
        /** Its containers end. */
        STOPPING,
        /** None of its containers runs or will. */
        STOPPED
    }

    /**
     * A pod that nothing has been done for yet.
     *
     * @param onEnd called when nothing of the pod is left, also no object
     */
    PodWorker(AgentServices services, Pod pod, Consumer<PodWorker> onEnd) {
        this.services = services;
        this.pod = pod;
        this.onEnd = onEnd;
        uid = pod.metadata().uid();
        serial = services.environment().serial("pod " + pod.key());
        writer = new PodStatusWriter(services, serial, new Written());
        network = new PodNetwork(services);
        containers = new PodContainers(services, serial, network, new Running());
        removal = new PodRemoval(services, serial);
        startTime = services.environment().now();
        fields = FieldReport.of(pod, services.containers().user().get());
    }

    String uid() {
        return uid;
    }

    /** The pod's object as it is now. Any thread. */
    void observe(Pod seen) {
        serial.execute(() -> {
            stored(seen);
            if (life == Life.NEW) {
                begin();
            }
            if (isDeleting()) {
                terminate(deletionGrace());
            }
            writer.changed();
        });
    }

    /** The pod's object is no more. Any thread. */
    void removed() {
        serial.execute(this::gone);
    }

    /**
     * Ends the pod's workers without a word to the API. Any thread.
     *
     * @param most how long they get; less where the pod asks for less
     * @return complete when none runs
     */
    CompletionStage<Void> stop(Duration most) {
        serial.execute(() -> {
            writer.close();
            isLeft = true;
            Duration own = containers.gracePeriod();
            terminate(own.compareTo(most) < 0 ? own : most);
        });
        return stopped.minimalCompletionStage();
    }

    /** The running worker of a container; of the only one if the name is empty. Any thread. */
    CompletionStage<Optional<Worker>> worker(String container) {
        CompletableFuture<Optional<Worker>> found = new CompletableFuture<>();
        serial.execute(() -> found.complete(containers.worker(container)));
        return found;
    }

    private void begin() {
        if (PodPhases.isFinal(pod.status().phase())) {
            life = Life.STOPPED;
            stopped.complete(null);
        } else if (!fields.refusal().isEmpty()) {
            life = Life.REFUSED;
            verdict = new PodStatuses.Verdict(PodPhases.PENDING, FieldReport.REFUSED, fields.refusal());
            event(EventType.WARNING, FieldReport.REFUSED, fields.refusal());
        } else if (!isDeleting()) {
            tellIgnoredFields();
            life = Life.CONNECTING;
            connect();
        }
    }

    /** Once, also where an agent goes on with a pod of another one. */
    private void tellIgnoredFields() {
        boolean told = pod.status()
                .condition(FieldReport.HONOURED_CONDITION)
                .filter(condition -> condition.message().equals(fields.ignored()))
                .isPresent();
        if (!told && !fields.ignored().isEmpty()) {
            event(EventType.WARNING, FieldReport.IGNORED, fields.ignored());
        }
    }

    private void connect() {
        if (life != Life.CONNECTING) {
            return;
        }
        CompletableFuture<Pod> opened;
        try {
            opened = network.open(pod).toCompletableFuture();
        } catch (IllegalStateException e) {
            opened = CompletableFuture.failedFuture(e);
        }
        if (opened.isDone()) {
            opened.whenComplete(this::connected);
        } else {
            opened.whenComplete((stored, failure) -> serial.execute(() -> connected(stored, failure)));
        }
    }

    private void connected(@Nullable Pod now, @Nullable Throwable failure) {
        if (now != null) {
            stored(now);
        }
        if (life != Life.CONNECTING) {
            network.close();
        } else if (failure != null) {
            event(EventType.WARNING, "FailedCreatePodSandBox", "Failed to create pod sandbox: " + failure.getMessage());
            services.environment().schedule(ADDRESS_RETRY, serial, this::connect);
        } else {
            activate();
        }
        writer.changed();
    }

    private void activate() {
        life = Life.ACTIVE;
        scheduleDeadline();
        containers.begin();
        containersEnded();
    }

    private void scheduleDeadline() {
        Long seconds = pod.spec().activeDeadlineSeconds();
        if (seconds != null) {
            Instant before = pod.status().startTime();
            Instant end = (before == null ? startTime : before).plusSeconds(seconds);
            Duration left = Duration.between(services.environment().now(), end);
            deadline = services.environment().schedule(left, serial, this::deadlineIsOver);
        }
    }

    private void deadlineIsOver() {
        if (life == Life.ACTIVE) {
            String message = "Pod was active on the node longer than the specified deadline";
            verdict = new PodStatuses.Verdict(PodPhases.FAILED, "DeadlineExceeded", message);
            event(EventType.NORMAL, "DeadlineExceeded", message);
            terminate(containers.gracePeriod());
        }
    }

    private Duration deletionGrace() {
        Long seconds = pod.metadata().deletionGracePeriodSeconds();
        return seconds == null ? containers.gracePeriod() : Duration.ofSeconds(seconds);
    }

    private boolean isDeleting() {
        return pod.metadata().deletionTimestamp() != null;
    }

    private void terminate(Duration grace) {
        if (life == Life.STOPPED) {
            return;
        }
        if (life == Life.STOPPING) {
            hurry(grace);
            return;
        }
        orderedGrace = grace;
        life = Life.STOPPING;
        if (deadline != null) {
            deadline.cancel();
        }
        CompletionStage<?> released = isGone || isLeft
                ? CompletableFuture.completedFuture(null)
                : new EndpointRelease(services, serial).of(pod.key(), uid, grace);
        containers
                .running()
                .forEach(container -> event(EventType.NORMAL, "Killing", "Stopping container " + container));
        containers.stop(grace, released);
        containersEnded();
    }

    /** A later order may bring the end nearer, never put it off. */
    private void hurry(Duration grace) {
        Duration ordered = orderedGrace;
        if (ordered != null && grace.compareTo(ordered) < 0) {
            orderedGrace = grace;
            containers.stop(grace, CompletableFuture.completedFuture(null));
        }
    }

    private void containersEnded() {
        if (!containers.areEnded() || (life != Life.STOPPING && life != Life.ACTIVE)) {
            return;
        }
        life = Life.STOPPED;
        if (deadline != null) {
            deadline.cancel();
        }
        network.close();
        stopped.complete(null);
        if (isGone) {
            leave();
        } else {
            writer.changed();
        }
    }

    private void gone() {
        if (isGone) {
            return;
        }
        isGone = true;
        writer.close();
        if (life == Life.STOPPED) {
            leave();
        } else {
            terminate(GONE_GRACE);
        }
    }

    private void leave() {
        services.runtimes().forEach(runtime -> runtime.forget(containers.sandbox()));
        onEnd.accept(this);
    }

    private void stored(Pod seen) {
        if (seen.metadata().uid().equals(uid)
                && seen.metadata().resourceVersion() > pod.metadata().resourceVersion()) {
            pod = seen;
        }
    }

    private void event(EventType type, String reason, String message) {
        services.events().event(pod, type, reason, message);
    }

    /** What the status writer asks, in the steps of the pod. */
    private final class Written implements PodStatusWriter.Target {
        @Override
        public Pod newest() {
            return pod;
        }

        @Override
        public PodStatus desired(Pod base) {
            if (life == Life.STOPPED && !containers.areBegun() && verdict == null) {
                return base.status();
            }
            PodStatuses.Parts parts = new PodStatuses.Parts(
                    startTime,
                    services.hostAddress(),
                    network.identity().podAddress(),
                    containers.statuses(),
                    life == Life.ACTIVE ? PodPhases.Restarts.BY_POLICY : PodPhases.Restarts.NONE,
                    verdict,
                    fields.conditions());
            return PodStatuses.of(base, parts, services.environment().now());
        }

        @Override
        public void stored(Pod seen) {
            PodWorker.this.stored(seen);
        }

        @Override
        public void settled() {
            if (life == Life.STOPPED && isDeleting() && !isGone) {
                removal.remove(pod, PodWorker.this::gone, writer::changed);
            }
        }

        @Override
        public void gone() {
            PodWorker.this.gone();
        }
    }

    /** What the containers ask, in the steps of the pod. */
    private final class Running implements PodContainers.Parent {
        @Override
        public Pod pod() {
            return pod;
        }

        @Override
        public boolean isActive() {
            return life == Life.ACTIVE;
        }

        @Override
        public void changed() {
            writer.changed();
        }

        @Override
        public void containerEnded() {
            containersEnded();
        }
    }
}
