package io.coxswain.scheduling;

import io.coxswain.api.core.v1.Binding;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.environment.OutOfMemory;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.event.EventRecorder;
import io.coxswain.event.EventType;
import io.coxswain.informer.HandlerRegistration;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.Informers;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.QueuedPod;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import io.coxswain.scheduling.queue.Backoff;
import io.coxswain.scheduling.queue.SchedulingQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Gives every pod that asks for this scheduler a node, one pod at a time; the binding of one runs beside the cycle of the next, with the pod assumed on its node meanwhile.
 *
 * <p>A pod that fits nowhere gets the condition {@code PodScheduled=False}, an Event {@code FailedScheduling} that names nodes and reasons, and is tried again when the cluster changes. Thread-safe;
 * all of its state belongs to one serial executor, plug-ins run on a worker.
 */
public final class Scheduler implements AutoCloseable {
    /** The {@code spec.schedulerName} of pods that name none. */
    public static final String DEFAULT_NAME = "default-scheduler";

    private final AsyncClient client;
    private final Environment environment;
    private final Logger log;
    private final Profile profile;
    private final EventRecorder events;
    private final Executor serial;
    private final Executor worker;
    private final RandomGenerator random;
    private final Informer<Pod> pods;
    private final Informer<Node> nodes;
    private final List<HandlerRegistration> registrations = new ArrayList<>();

    // Owned by the steps on the serial executor.
    private final SchedulingQueue queue;
    private final NodeCache cache = new NodeCache();
    private boolean started;
    private boolean synced;
    private boolean cycling;
    private boolean closed;
    private @Nullable Cancellable timer;

    /**
     * A scheduler, not yet started.
     *
     * @param client whose writes carry the scheduler's name as cause
     * @param informers of which it takes those of pods and nodes; whoever made them starts them
     */
    public Scheduler(AsyncClient client, Environment environment, Informers informers, Profile profile) {
        this.client = client.withCause(Cause.by("scheduler"));
        this.environment = environment;
        log = environment.logger(Scheduler.class.getName());
        this.profile = profile;
        events = EventRecorder.create(client, environment, DEFAULT_NAME);
        serial = environment.serial("scheduler");
        worker = environment.workers("scheduler", 1);
        random = environment.random("scheduler");
        queue = new SchedulingQueue(profile.queueSort(), Backoff.DEFAULT);
        pods = informers.of(Pod.KIND);
        nodes = informers.of(Node.KIND);
    }

    /** Begins; the first pod is looked at when all pods and nodes are known. Calling again changes nothing. */
    public void start() {
        serial.execute(() -> {
            if (started || closed) {
                return;
            }
            started = true;
            HandlerRegistration ofNodes = nodes.addHandler(serial, new NodeHandler());
            HandlerRegistration ofPods = pods.addHandler(serial, new PodHandler());
            registrations.add(ofNodes);
            registrations.add(ofPods);
            ofNodes.synced().thenCombine(ofPods.synced(), (one, other) -> null).thenRunAsync(this::begin, serial);
        });
    }

    private void begin() {
        synced = true;
        next();
    }

    /** Takes no further pod; a binding that is under way goes on. */
    @Override
    public void close() {
        serial.execute(() -> {
            closed = true;
            registrations.forEach(HandlerRegistration::close);
            cancelTimer();
        });
    }

    /** What the plug-ins say of a pod at this moment, for every node; empty if there is no such pod. */
    public CompletionStage<Optional<SchedulingDecision>> explain(ResourceKey pod) {
        CompletableFuture<Optional<SchedulingDecision>> answer = new CompletableFuture<>();
        serial.execute(() -> {
            List<NodeInfo> snapshot = cache.snapshot();
            worker.execute(() -> {
                try {
                    answer.complete(pods.find(pod).map(found -> newCycle().run(found, snapshot)));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        });
        return answer.minimalCompletionStage();
    }

    /** How many pods wait for a node, in each part of the queue. */
    public CompletionStage<SchedulingQueue.Counts> waiting() {
        return CompletableFuture.supplyAsync(queue::counts, serial);
    }

    private Cycle newCycle() {
        return new Cycle(profile, random);
    }

    /** Begins the cycle of the next pod, if none is under way. */
    private void next() {
        if (!synced || cycling || closed) {
            return;
        }
        queue.advance(environment.nanoTime());
        QueuedPod taken = queue.next();
        if (taken == null) {
            wakeWhenDue();
            return;
        }
        cycling = true;
        List<NodeInfo> snapshot = cache.snapshot();
        worker.execute(() -> cycle(taken.pod(), snapshot));
    }

    private void wakeWhenDue() {
        cancelTimer();
        Long due = queue.nextDueNanos();
        if (due != null) {
            timer = environment.schedule(Duration.ofNanos(due - environment.nanoTime()), serial, this::next);
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** On the worker: asks the plug-ins. */
    private void cycle(Pod pod, List<NodeInfo> snapshot) {
        Cycle cycle = newCycle();
        try {
            SchedulingDecision decision = cycle.run(pod, snapshot);
            String reserved = decision.selected().isEmpty()
                    ? null
                    : reserve(cycle.state(), pod, decision.selected().get());
            serial.execute(() -> decided(pod, decision, cycle.state(), reserved));
        } catch (RuntimeException | Error e) {
            // an Error of a plug-in too: were it thrown on, no cycle would ever begin again
            OutOfMemory.noticeIn(e);
            serial.execute(() -> {
                cycling = false;
                failed(pod, e);
                next();
            });
        }
    }

    /** Tells the plug-ins that keep account; returns why one of them refuses, or {@code null}. */
    private @Nullable String reserve(CycleState state, Pod pod, String node) {
        for (SchedulerPlugin.Reserve plugin : profile.of(SchedulerPlugin.Reserve.class)) {
            Verdict verdict = plugin.reserve(state, pod, node);
            if (!verdict.isSuccess()) {
                unreserve(state, pod, node);
                return plugin.name() + ": " + String.join(", ", verdict.reasons());
            }
        }
        return null;
    }

    private void unreserve(CycleState state, Pod pod, String node) {
        profile.of(SchedulerPlugin.Reserve.class).forEach(plugin -> plugin.unreserve(state, pod, node));
    }

    private void decided(Pod pod, SchedulingDecision decision, CycleState state, @Nullable String refused) {
        cycling = false;
        if (decision.selected().isEmpty() || refused != null) {
            queue.unschedulable(pod.key(), environment.nanoTime());
            report(pod, refused == null ? decision.toString() : "Pod " + pod.key() + " can't be scheduled: " + refused);
        } else if (queue.contains(pod.key())) {
            bind(pod, decision.selected().get(), state);
        }
        next();
    }

    private void bind(Pod pod, String node, CycleState state) {
        cache.put(pod, node);
        Binding binding = new Binding(
                ObjectMeta.named(pod.metadata().namespace(), pod.metadata().name())
                        .withUid(pod.metadata().uid()),
                ObjectReference.EMPTY.withKind("Node").withName(node));
        client.subresource(Pod.KIND, pod.key(), "binding", binding)
                .whenCompleteAsync((bound, failure) -> bound(pod, node, state, failure), serial);
    }

    private void bound(Pod pod, String node, CycleState state, @Nullable Throwable failure) {
        if (failure == null) {
            queue.placed(pod.key());
            worker.execute(() -> postBind(state, pod, node));
            events.event(pod, EventType.NORMAL, "Scheduled", "Successfully assigned " + pod.key() + " to " + node);
            return;
        }
        if (isBound(pod)) {
            // only the answer was lost
            return;
        }
        // The pod's own event puts it back if the binding goes through after all.
        cache.removePod(pod.key());
        worker.execute(() -> unreserve(state, pod, node));
        queue.moveAll(environment.nanoTime());
        failed(pod, unwrapped(failure));
        next();
    }

    private boolean isBound(Pod pod) {
        return pods.find(pod.key())
                .filter(seen -> seen.metadata().uid().equals(pod.metadata().uid()))
                .filter(seen -> !seen.spec().nodeName().isEmpty())
                .isPresent();
    }

    /** On the worker, like all code of plug-ins. */
    private void postBind(CycleState state, Pod pod, String node) {
        for (SchedulerPlugin.PostBind plugin : profile.of(SchedulerPlugin.PostBind.class)) {
            try {
                plugin.postBind(state, pod, node);
            } catch (RuntimeException e) {
                log.atWarn()
                        .addKeyValue("plugin", plugin.name())
                        .addKeyValue("pod", pod.key())
                        .setCause(e)
                        .log("A plug-in failed after a pod was bound");
            }
        }
    }

    private void failed(Pod pod, Throwable failure) {
        queue.failed(pod.key(), environment.nanoTime());
        if (failure instanceof NotFoundException || failure instanceof ConflictException) {
            return;
        }
        log.atWarn().addKeyValue("pod", pod.key()).setCause(failure).log("Scheduling a pod failed; it is tried again");
        report(pod, String.valueOf(failure.getMessage()));
    }

    /** Tells people why a pod has no node, in its status and in an Event. */
    private void report(Pod pod, String message) {
        events.event(pod, EventType.WARNING, "FailedScheduling", message);
        List<PodCondition> conditions = new ArrayList<>();
        for (PodCondition present : pod.status().conditions()) {
            if (!present.type().equals("PodScheduled")) {
                conditions.add(present);
            } else if (present.message().equals(message)) {
                return;
            }
        }
        conditions.add(new PodCondition("PodScheduled", "False", null, environment.now(), message, "Unschedulable"));
        Pod changed = pod.withStatus(pod.status().withConditions(conditions));
        client.updateStatus(changed).whenComplete((written, failure) -> {
            if (failure != null
                    && !(unwrapped(failure) instanceof ConflictException)
                    && !(unwrapped(failure) instanceof NotFoundException)) {
                log.atWarn()
                        .addKeyValue("pod", pod.key())
                        .setCause(failure)
                        .log("A pod's condition could not be written");
            }
        });
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static boolean ended(Pod pod) {
        return pod.status().phase().equals("Succeeded") || pod.status().phase().equals("Failed");
    }

    private void clusterChanged() {
        queue.moveAll(environment.nanoTime());
        next();
    }

    private final class PodHandler implements InformerHandler<Pod> {
        @Override
        public void onAdd(Pod pod, Origin origin) {
            seen(pod, null);
        }

        @Override
        public void onUpdate(Pod old, Pod now) {
            seen(now, old);
        }

        @Override
        public void onDelete(Pod last, LastState state) {
            queue.remove(last.key());
            if (cache.removePod(last.key())) {
                clusterChanged();
            }
        }

        private void seen(Pod pod, @Nullable Pod old) {
            String node = pod.spec().nodeName();
            if (ended(pod)) {
                onDelete(pod, LastState.KNOWN);
            } else if (!node.isEmpty()) {
                queue.remove(pod.key());
                cache.put(pod, node);
            } else if (isMine(pod)) {
                waits(pod, old);
            }
        }

        private boolean isMine(Pod pod) {
            String name = pod.spec().schedulerName();
            return name.isEmpty() || name.equals(DEFAULT_NAME);
        }

        private void waits(Pod pod, @Nullable Pod old) {
            if (pod.metadata().deletionTimestamp() != null || gated(pod)) {
                queue.remove(pod.key());
                return;
            }
            boolean onlyStatus =
                    old != null && old.spec().equals(pod.spec()) && old.labels().equals(pod.labels());
            if (!onlyStatus || !queue.contains(pod.key())) {
                queue.add(pod);
                next();
            } else {
                queue.refresh(pod);
            }
        }

        private boolean gated(Pod pod) {
            return profile.of(SchedulerPlugin.PreEnqueue.class).stream()
                    .anyMatch(plugin -> !plugin.preEnqueue(pod).isSuccess());
        }
    }

    private final class NodeHandler implements InformerHandler<Node> {
        @Override
        public void onAdd(Node node, Origin origin) {
            cache.put(node);
            clusterChanged();
        }

        @Override
        public void onUpdate(Node old, Node now) {
            cache.put(now);
            boolean mayHelp = !old.spec().equals(now.spec())
                    || !old.labels().equals(now.labels())
                    || !Objects.equals(old.status().allocatable(), now.status().allocatable());
            if (mayHelp) {
                clusterChanged();
            }
        }

        @Override
        public void onDelete(Node last, LastState state) {
            cache.removeNode(last.metadata().name());
        }
    }
}
