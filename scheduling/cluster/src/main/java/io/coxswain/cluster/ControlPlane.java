package io.coxswain.cluster;

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
import io.coxswain.store.Store;
import io.coxswain.workloads.Workloads;
import io.coxswain.workloads.garbage.GarbageCollector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a cluster, each of which knows only the API. What is started is ended in the opposite order, whether the start came to its end or not: first the workers and the node agent, then what
 * serves their Services, then the controllers, last the store.
 */
final class ControlPlane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** How long workers may take to end when the cluster closes. */
    private static final Duration WORKERS_LIMIT = Duration.ofSeconds(10);

    /** How long any other part may take. */
    private static final Duration PART_LIMIT = Duration.ofSeconds(15);

    private final Environment environment;
    private final Client client;
    private final Balancers balancers;
    private final Scheduler scheduler;
    private final Services services;
    private final NodeAgent agent;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Something that was started, and how it is ended. */
    private record Part(String name, Runnable end) {}

    private ControlPlane(Cluster.Builder builder) {
        environment = builder.environment;
        try {
            AddressBlock block = started(
                    "address block",
                    builder.loopbackOnly ? AddressBlock.loopbackOnly() : AddressBlock.claim(),
                    AddressBlock::close);
            Store store = started("store", builder.store.open(environment, builder.kinds), this::closeStore);
            services = Services.of(block, environment);
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
            close();
            throw e;
        }
    }

    static ControlPlane start(Cluster.Builder builder) {
        return new ControlPlane(builder);
    }

    private <T> T started(String name, T part, Consumer<T> end) {
        parts.push(new Part(name, () -> end.accept(part)));
        return part;
    }

    private Manager manager(Cluster.Builder builder) {
        Manager.Builder manager = Manager.builder(client, environment);
        Workloads.controllers().forEach(manager::add);
        for (ControllerSpec<?> controller : builder.controllers) {
            manager.add(controller);
        }
        return manager.build();
    }

    private NodeAgent agent(Cluster.Builder builder, AddressBlock block, DrainBarrier barrier) {
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
        if (builder.printsLogs) {
            agent.output(new PrintedLogs(System.out));
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
                    .addKeyValue("pods", pods)
                    .addKeyValue("limit", WORKERS_LIMIT)
                    .log("The cluster closes and waits for its workers to end");
        }
        await(stopping.stop(WORKERS_LIMIT), WORKERS_LIMIT.plus(PART_LIMIT));
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

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.end().run();
            } catch (AwaitException e) {
                LOG.atWarn()
                        .addKeyValue("part", part.name())
                        .setCause(e)
                        .log("A part of the cluster didn't end in time");
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("part", part.name()).setCause(e).log("A part of the cluster failed to end");
            }
        }
    }
}
