package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.endpoint.Drained;
import io.coxswain.environment.Cancellable;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.event.EventType;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Worker;
import io.coxswain.resource.DeleteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one pod, told apart by its uid, from being bound to this node until nothing of it is left: {@code pkg/kubelet/pod_workers.go}. A state machine whose steps run on a serial executor of its own,
 * which owns all state.
 */
final class PodWorker implements ContainerOwner, PodStatusWriter.Target {
    private static final Logger LOG = LoggerFactory.getLogger(PodWorker.class);
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** How long the pod's open requests may hold up its TERM. */
    private static final Duration DRAIN_BOUND = Duration.ofSeconds(2);

    /** What is left to a pod whose object is gone already. */
    private static final Duration GONE_GRACE = Duration.ofSeconds(1);

    private final AgentServices services;
    private final Consumer<PodWorker> onEnd;
    private final String uid;
    private final Executor serial;
    private final PodStatusWriter writer;
    private final List<ContainerWorker> containers = new ArrayList<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Instant startTime;

    private Pod pod;
    private Life life = Life.NEW;
    private String address = "";
    private String refusal = "";
    private PodStatuses.@Nullable Verdict verdict;
    private @Nullable Cancellable deadline;
    private @Nullable Duration orderedGrace;
    private boolean isGone;
    private boolean isLeft;
    private boolean isRemoving;

    /** Where a pod is. */
    private enum Life {
        NEW,
        /** It asks for what the agent doesn't do. */
        REFUSED,
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
        writer = new PodStatusWriter(services, serial, this);
        startTime = services.environment().now();
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
            if (pod.metadata().deletionTimestamp() != null) {
                terminate(deletionGrace());
            }
            changed();
        });
    }

    /** The pod's object is no more. Any thread. */
    void removed() {
        serial.execute(this::gone);
    }

    /**
     * Ends the pod's workers without a word to the API. Any thread.
     *
     * @return complete when none runs
     */
    CompletionStage<Void> stop(Duration grace) {
        serial.execute(() -> {
            writer.close();
            isLeft = true;
            terminate(grace);
        });
        return stopped.minimalCompletionStage();
    }

    /** The running worker of a container. Any thread. */
    CompletionStage<Optional<Worker>> worker(String container) {
        CompletableFuture<Optional<Worker>> found = new CompletableFuture<>();
        serial.execute(() -> found.complete(containers.stream()
                .filter(one -> one.name().equals(container) || container.isEmpty())
                .map(ContainerWorker::worker)
                .flatMap(worker -> Optional.ofNullable(worker).stream())
                .findFirst()));
        return found;
    }

    private void begin() {
        PodStatus status = pod.status();
        if (PodPhases.isFinal(status.phase())) {
            life = Life.STOPPED;
            stopped.complete(null);
            return;
        }
        List<String> unsupported = PodSupport.unsupported(pod);
        if (!unsupported.isEmpty()) {
            refuse(String.join("; ", unsupported));
            return;
        }
        try {
            address = pod.spec().hostNetwork()
                    ? services.hostAddress()
                    : services.addresses().allocate();
        } catch (IllegalStateException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        }
        life = Life.ACTIVE;
        for (Container container : pod.spec().containers()) {
            ContainerWorker worker = new ContainerWorker(services, this, container);
            PodPhases.find(status.containerStatuses(), container).ifPresent(worker::adopt);
            containers.add(worker);
        }
        scheduleDeadline();
        startFrom(0);
        ended();
    }

    private void refuse(String why) {
        life = Life.REFUSED;
        refusal = why;
        event(EventType.WARNING, PodSupport.REASON, why);
    }

    private void startFrom(int index) {
        for (int i = index; i < containers.size(); i++) {
            if (!containers.get(i).isEnded()) {
                containers.get(i).start();
                return;
            }
        }
    }

    @Override
    public void firstStartIsOver(ContainerWorker container) {
        startFrom(containers.indexOf(container) + 1);
    }

    private void scheduleDeadline() {
        Long seconds = pod.spec().activeDeadlineSeconds();
        if (seconds != null) {
            Instant since =
                    pod.status().startTime() == null ? startTime : pod.status().startTime();
            Instant end = since.plusSeconds(seconds);
            Duration left = Duration.between(services.environment().now(), end);
            deadline = services.environment().schedule(left, serial, this::deadlineIsOver);
        }
    }

    private void deadlineIsOver() {
        if (life == Life.ACTIVE) {
            String message = "Pod was active on the node longer than the specified deadline";
            verdict = new PodStatuses.Verdict(PodPhases.FAILED, "DeadlineExceeded", message);
            event(EventType.NORMAL, "DeadlineExceeded", message);
            terminate(gracePeriod());
        }
    }

    private Duration deletionGrace() {
        Long seconds = pod.metadata().deletionGracePeriodSeconds();
        return seconds == null ? gracePeriod() : Duration.ofSeconds(seconds);
    }

    private boolean isDeleting() {
        return pod.metadata().deletionTimestamp() != null;
    }

    private void terminate(Duration grace) {
        if (life == Life.STOPPED) {
            return;
        }
        Duration ordered = orderedGrace;
        if (life == Life.STOPPING) {
            if (ordered != null && grace.compareTo(ordered) < 0) {
                orderedGrace = grace;
                containers.forEach(container -> container.stop(grace, CompletableFuture.completedFuture(null)));
            }
            return;
        }
        orderedGrace = grace;
        life = Life.STOPPING;
        if (deadline != null) {
            deadline.cancel();
        }
        CompletionStage<?> released = released(grace);
        for (ContainerWorker container : containers) {
            if (container.worker() != null) {
                event(EventType.NORMAL, "Killing", "Stopping container " + container.name());
            }
            container.stop(grace, released);
        }
        ended();
    }

    /** Completes when no balancer or proxy of this process uses the pod's endpoints any more, or the bound has passed. */
    private CompletionStage<?> released(Duration grace) {
        Duration bound = grace.compareTo(DRAIN_BOUND) < 0 ? grace : DRAIN_BOUND;
        if (bound.isZero() || isGone || isLeft) {
            return CompletableFuture.completedFuture(null);
        }
        long end = services.environment().nanoTime() + bound.toNanos();
        CompletableFuture<Object> released = new CompletableFuture<>();
        services.environment().schedule(bound, serial, () -> released.complete(bound));
        services.slices()
                .left(uid)
                .thenCompose(revision -> drained(revision, end))
                .whenComplete((drained, failure) -> released.complete(bound));
        return released;
    }

    private CompletionStage<Drained> drained(long revision, long endNanos) {
        Duration left = Duration.ofNanos(endNanos - services.environment().nanoTime());
        return revision == SliceView.NOWHERE || left.isNegative() || left.isZero()
                ? CompletableFuture.completedFuture(new Drained(true, 0))
                : services.barrier().drained(pod.key(), revision, left);
    }

    @Override
    public void ended() {
        boolean runsNone = containers.stream().allMatch(ContainerWorker::isEnded);
        if (!runsNone || (life != Life.STOPPING && life != Life.ACTIVE)) {
            return;
        }
        life = Life.STOPPED;
        if (deadline != null) {
            deadline.cancel();
        }
        if (!address.isEmpty() && !pod.spec().hostNetwork()) {
            services.addresses().release(address);
        }
        stopped.complete(null);
        if (isGone) {
            leave();
        } else {
            changed();
        }
    }

    @Override
    public void gone() {
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
        services.runtimes().forEach(runtime -> runtime.forget(sandbox()));
        onEnd.accept(this);
    }

    @Override
    public void settled() {
        if (life == Life.STOPPED && isDeleting() && !isRemoving && !isGone) {
            isRemoving = true;
            DeleteOptions now = DeleteOptions.of(pod).withGracePeriod(Duration.ZERO);
            services.client()
                    .delete(Pod.KIND, pod.key(), now)
                    .whenComplete((result, failure) -> serial.execute(() -> deleted(failure)));
        }
    }

    private void deleted(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof NotFoundException || cause instanceof ConflictException) {
            gone();
        } else if (cause != null) {
            LOG.atWarn().setCause(cause).addKeyValue("pod", pod.key()).log("Pod not removed, trying again");
            services.environment().schedule(RETRY, serial, () -> {
                isRemoving = false;
                changed();
            });
        }
    }

    @Override
    public void changed() {
        writer.changed();
    }

    @Override
    public Pod newest() {
        return pod;
    }

    @Override
    public void stored(Pod seen) {
        if (seen.metadata().uid().equals(uid)
                && seen.metadata().resourceVersion() > pod.metadata().resourceVersion()) {
            pod = seen;
        }
    }

    @Override
    public PodStatus desired(Pod base) {
        if (life == Life.STOPPED && containers.isEmpty() && refusal.isEmpty()) {
            return base.status();
        }
        PodStatuses.Parts parts = new PodStatuses.Parts(
                startTime,
                services.hostAddress(),
                address,
                containerStatuses(),
                life == Life.ACTIVE ? PodPhases.Restarts.BY_POLICY : PodPhases.Restarts.NONE,
                verdict,
                refusal);
        return PodStatuses.of(base, parts, services.environment().now());
    }

    private List<ContainerStatus> containerStatuses() {
        if (!refusal.isEmpty()) {
            return pod.spec().containers().stream()
                    .map(container -> new ContainerWorker(services, this, container).status())
                    .toList();
        }
        return containers.stream().map(ContainerWorker::status).toList();
    }

    @Override
    public Pod pod() {
        return pod;
    }

    @Override
    public Executor serial() {
        return serial;
    }

    @Override
    public PodSandbox sandbox() {
        String folder = pod.metadata().annotations().get(PodAnnotations.FOLDER);
        Path start = folder == null ? services.folder() : services.folder().resolve(folder);
        return new PodSandbox(pod.key(), uid, services.nodeName(), address, start);
    }

    @Override
    public NetworkIdentity identity() {
        return new NetworkIdentity(services.nodeName(), services.hostAddress(), address);
    }

    @Override
    public boolean isActive() {
        return life == Life.ACTIVE;
    }

    @Override
    public Duration gracePeriod() {
        Long seconds = pod.spec().terminationGracePeriodSeconds();
        return seconds == null ? DEFAULT_GRACE : Duration.ofSeconds(seconds);
    }

    @Override
    public void event(EventType type, String reason, String message) {
        services.events().event(pod, type, reason, message);
    }
}
