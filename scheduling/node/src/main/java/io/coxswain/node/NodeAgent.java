package io.coxswain.node;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventRecorder;
import io.coxswain.informer.Informer;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The part of a kubelet: registers a Node and drives every pod that is bound to it to what its spec says, with one state machine for each, and reports how it stands.
 *
 * <p>It knows nothing but the API and its runtimes. It has no thread of its own and never blocks, so it runs in a simulation as it does on a machine. Thread-safe.
 */
public final class NodeAgent {
    /** What the workers' grace is followed by: their KILL, and the word to the API. */
    private static final Duration LEAST_STOP = Duration.ofMillis(100);

    /** How long workers that were killed may take to be gone; then the runtimes are closed all the same, which ends what can be ended. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final AgentServices services;
    private final Executor serial;
    private final NodeHeartbeat heartbeat;
    private final Informer<Pod> pods;
    private final Informer<EndpointSlice> slices;

    // Owned by the steps on the serial executor.
    private final Map<String, PodWorker> workers = new LinkedHashMap<>();
    private boolean closed;

    NodeAgent(NodeAgentBuilder description) {
        Environment environment = description.environment;
        AsyncClient client = description.client.withCause(Cause.by("node/" + description.name));
        serial = environment.serial("node " + description.name);
        Executor sliceSteps = environment.serial("node " + description.name + " slices");
        SliceView view = new SliceView(sliceSteps);
        EventRecorder events = EventRecorder.create(client, environment, "kubelet");
        services = description.services(client, events, view);
        heartbeat = new NodeHeartbeat(
                environment, client, serial, description.name, description.allLabels(), description.facts());
        pods = Informer.builder(client, environment, Pod.KIND)
                .selection(Selection.all().field("spec.nodeName", description.name))
                .build();
        slices = Informer.builder(client, environment, EndpointSlice.KIND).build();
        slices.addHandler(sliceSteps, view);
        pods.addHandler(serial, new BoundPods());
    }

    /** Starts the description of an agent. */
    public static NodeAgentBuilder builder(Environment environment, AsyncClient client) {
        return new NodeAgentBuilder(environment, client);
    }

    /** The name of the node. */
    public String name() {
        return services.nodeName();
    }

    /** Begins; complete when the Node is registered and the pods that are bound to it are known. */
    public CompletionStage<Void> start() {
        slices.start();
        return heartbeat.begin().thenCompose(registered -> {
            pods.start();
            return pods.synced();
        });
    }

    /** What runs for a container now; for its only container if the name is empty. Gives its log, and runs commands beside it. */
    public CompletionStage<Optional<Worker>> worker(ResourceKey pod, String container) {
        CompletableFuture<Optional<Worker>> found = new CompletableFuture<>();
        serial.execute(() -> {
            Optional<Pod> known = pods.find(pod);
            PodWorker worker =
                    known.map(one -> workers.get(one.metadata().uid())).orElse(null);
            if (worker == null) {
                found.complete(Optional.empty());
            } else {
                worker.worker(container).thenAccept(found::complete);
            }
        });
        return found;
    }

    /** How many pods have something left here that runs or is to be removed. */
    public CompletionStage<Integer> podCount() {
        CompletableFuture<Integer> count = new CompletableFuture<>();
        serial.execute(() -> count.complete(workers.size()));
        return count;
    }

    /**
     * Stops: says that the node isn't ready any more, ends the workers, which get their grace period but so long at most, and closes the runtimes. The pods' objects stay as they are, so that an agent of the same name goes on
     * with them.
     *
     * @return complete when no worker runs any more
     */
    public CompletionStage<Void> stop(Duration grace) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        serial.execute(() -> {
            closed = true;
            pods.close("the node agent stops");
            CompletionStage<Void> said = heartbeat.leave();
            endAll(grace)
                    .runAfterBoth(said, () -> {})
                    .thenCompose(ended -> closeRuntimes())
                    .whenComplete((ended, failure) -> {
                        slices.close("the node agent stops");
                        stopped.complete(null);
                    });
        });
        return stopped;
    }

    private CompletionStage<Void> endAll(Duration grace) {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        Duration most = grace.compareTo(LEAST_STOP) < 0 ? LEAST_STOP : grace;
        workers.values().forEach(worker -> ends.add(worker.stop(most).toCompletableFuture()));
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
        Cancellable limit = services.environment().schedule(most.plus(KILL_LIMIT), serial, () -> all.complete(null));
        return all.whenComplete((ended, failure) -> limit.cancel());
    }

    /**
     * Stops as if this process had died: without a word to the API, with all workers killed. For simulations of a lost node.
     *
     * @return complete when no worker runs any more
     */
    public CompletionStage<Void> crash() {
        CompletableFuture<Void> crashed = new CompletableFuture<>();
        serial.execute(() -> {
            closed = true;
            heartbeat.close();
            pods.close("the node agent crashed");
            slices.close("the node agent crashed");
            workers.values().forEach(worker -> worker.stop(Duration.ZERO));
            workers.clear();
            closeRuntimes().whenComplete((ended, failure) -> crashed.complete(null));
        });
        return crashed;
    }

    private CompletionStage<Void> closeRuntimes() {
        return CompletableFuture.allOf(services.runtimes().stream()
                .map(WorkerRuntime::close)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Hands each pod's changes to its state machine. Steps on the agent's executor. */
    private final class BoundPods implements InformerHandler<Pod> {
        @Override
        public void onAdd(Pod pod, Origin origin) {
            observe(pod);
        }

        @Override
        public void onUpdate(Pod old, Pod now) {
            if (!old.metadata().uid().equals(now.metadata().uid())) {
                removed(old);
            }
            observe(now);
        }

        @Override
        public void onDelete(Pod last, LastState state) {
            removed(last);
        }

        private void observe(Pod pod) {
            if (!closed) {
                workers.computeIfAbsent(pod.metadata().uid(), uid -> new PodWorker(services, pod, this::ended))
                        .observe(pod);
            }
        }

        private void removed(Pod pod) {
            PodWorker worker = workers.get(pod.metadata().uid());
            if (worker != null) {
                worker.removed();
            }
        }

        private void ended(PodWorker worker) {
            serial.execute(() -> workers.remove(worker.uid()));
        }
    }
}
