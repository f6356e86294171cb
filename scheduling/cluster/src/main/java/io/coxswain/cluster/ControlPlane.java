package io.coxswain.cluster;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.balancing.Balancers;
import io.coxswain.balancing.Locality;
import io.coxswain.client.Client;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Manager;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informers;
import io.coxswain.node.NodeAgent;
import io.coxswain.node.NodeAgentBuilder;
import io.coxswain.node.runtime.WorkerRuntime;
import io.coxswain.node.runtime.jvm.JvmRuntime;
import io.coxswain.node.runtime.process.LogLimits;
import io.coxswain.node.runtime.process.ProcessRuntime;
import io.coxswain.resource.Kind;
import io.coxswain.scheduling.Scheduler;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.workloads.Workloads;
import io.coxswain.workloads.garbage.GarbageCollector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a cluster, each of which knows only the API. What is started is ended in the opposite order, whether the start came to its end or not: first the workers and the node agent, then what
 * serves their Services, then the controllers, last the store. The first who ends it does so, the others wait for that.
 */
final class ControlPlane {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** How long any part but the workers may take to end. */
    private static final Duration PART_LIMIT = Duration.ofSeconds(15);

    /** More names than that don't help to see what is waited for. */
    private static final int NAMES = 5;

    private final Environment environment;
    private final Client client;
    private final Balancers balancers;
    private final Scheduler scheduler;
    private final Services services;
    private final NodeAgent agent;
    private final Duration closeLimit;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile String hint = "";
    private volatile @Nullable Throwable cause;

    /** Something that was started, and how it is ended. */
    private record Part(String name, Runnable end) {}

    private ControlPlane(ClusterBuilder builder) {
        environment = builder.environment;
        closeLimit = builder.closeLimit;
        try {
            AddressBlock block = started(
                    "address block",
                    builder.loopbackOnly ? AddressBlock.loopbackOnly() : AddressBlock.claim(),
                    AddressBlock::close);
            Store store = started("store", builder.store.open(environment, builder.kinds), this::closeStore);
            services = Services.of(block, environment);
            new EarlierRun(store, environment).settle(builder.nodeName, services);
            client = ApiServer.builder(store, environment)
                    .kinds(builder.kinds.list().toArray(Kind<?>[]::new))
                    .admission(services.admission())
                    .start()
                    .client();
            Manager manager =
                    started("controllers", manager(builder), it -> await(it.stop("the cluster closes"), PART_LIMIT));
            Informers informers = manager.informers();
            DrainBarrier barrier = DrainBarrier.create(environment);
            GarbageCollector garbage = started(
                    "garbage collector",
                    new GarbageCollector(client.async(), environment, informers, builder.kinds.list()),
                    GarbageCollector::close);
            scheduler = started(
                    "scheduler",
                    new Scheduler(client.async(), environment, informers, builder.profile),
                    Scheduler::close);
            balancers = started(
                    "balancers", Balancers.start(informers, barrier, environment, Locality.NOWHERE), Balancers::close);
            started("Services", services, it -> await(it.stop(), PART_LIMIT));
            services.start(client.async(), informers, balancers);
            await(manager.start(), START_LIMIT);
            garbage.start();
            scheduler.start();
            agent = started("workers", agent(builder, block, barrier), this::stopWorkers);
            await(agent.start(), START_LIMIT);
        } catch (RuntimeException e) {
            close(null);
            throw e;
        }
    }

    static ControlPlane start(ClusterBuilder builder) {
        return new ControlPlane(builder);
    }

    private <T> T started(String name, T part, Consumer<T> end) {
        parts.push(new Part(name, () -> end.accept(part)));
        return part;
    }

    private Manager manager(ClusterBuilder builder) {
        Manager.Builder manager = Manager.builder(client, environment);
        Workloads.controllers().forEach(manager::add);
        for (ControllerSpec<?> controller : builder.controllers) {
            manager.add(controller);
        }
        return manager.build();
    }

    private NodeAgent agent(ClusterBuilder builder, AddressBlock block, DrainBarrier barrier) {
        WorkerRuntime processes = builder.state == null
                ? ProcessRuntime.create(environment)
                : ProcessRuntime.create(environment, builder.state, LogLimits.DEFAULT);
        NodeAgentBuilder agent = NodeAgent.builder(environment, client.async())
                .name(builder.nodeName)
                .runtime(processes)
                .runtime(JvmRuntime.create(environment, builder.workers))
                .images(builder.images)
                .addresses(block)
                .drainBarrier(barrier);
        if (builder.output != null) {
            agent.output(builder.output);
        }
        return agent.build();
    }

    private void closeStore(Store closing) {
        closing.close();
        await(closing.closed(), PART_LIMIT);
    }

    private void stopWorkers(NodeAgent stopping) {
        int pods = await(stopping.podCount(), PART_LIMIT);
        if (pods > 0) {
            LOG.atInfo()
                    .addKeyValue("limit", Cluster.seconds(closeLimit))
                    .addKeyValue("pods", pods)
                    .addKeyValue("names", runningPods(stopping.name()))
                    .log("The cluster closes and waits for its workers to end" + hint);
        }
        await(stopping.stop(closeLimit), closeLimit.plus(PART_LIMIT));
    }

    private String runningPods(String node) {
        List<String> names = client.list(Pod.KIND, Selection.all().field("spec.nodeName", node)).stream()
                .map(pod -> pod.metadata().name())
                .toList();
        String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES ? first + ", ..." : first;
    }

    private <T> T await(CompletionStage<T> stage, Duration limit) {
        return environment.await(stage, limit);
    }

    Client client() {
        return client;
    }

    Balancers balancers() {
        return balancers;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Services services() {
        return services;
    }

    NodeAgent agent() {
        return agent;
    }

    /** @throws IllegalStateException if it closes or has */
    void requireOpen() {
        if (closing) {
            Throwable why = cause;
            throw why == null
                    ? new IllegalStateException("the cluster is closed")
                    : new IllegalStateException("the cluster has stopped by itself: " + why, why);
        }
    }

    /** Complete when nothing runs any more; failed if that had a cause. */
    CompletionStage<Void> closed() {
        return closed.minimalCompletionStage();
    }

    /**
     * Ends everything, or waits until whoever has begun with that is done.
     *
     * @param why it ends by itself, or null if somebody wants it
     */
    void close(@Nullable Throwable why) {
        if (!ending.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        cause = why;
        closing = true;
        try {
            while (!parts.isEmpty()) {
                end(parts.pop());
            }
        } finally {
            if (why == null) {
                closed.complete(null);
            } else {
                closed.completeExceptionally(why);
            }
        }
    }

    /**
     * Ends only what would outlive this JVM by a moment, since the rest goes with it: who still waits for something isn't startled by answers that have no meaning any more.
     *
     * @param hintForImpatient what to say besides
     */
    void endAtShutdown(String hintForImpatient) {
        hint = hintForImpatient;
        if (!ending.compareAndSet(false, true)) {
            awaitClosed();
        } else if (!parts.isEmpty()) {
            end(parts.pop());
        }
    }

    private void awaitClosed() {
        try {
            await(closed.handle((done, failure) -> true), closeLimit.plus(PART_LIMIT.multipliedBy(2)));
        } catch (AwaitException e) {
            LOG.atWarn().setCause(e).log("The cluster is still closing");
        }
    }

    private static void end(Part part) {
        try {
            part.end().run();
        } catch (AwaitException e) {
            LOG.atWarn().addKeyValue("part", part.name()).setCause(e).log("A part of the cluster didn't end in time");
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("part", part.name()).setCause(e).log("A part of the cluster failed to end");
        }
    }
}
