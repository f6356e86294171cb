package io.coxswain.testkit;

import io.coxswain.api.Kinds;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.client.WatchEvent;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Manager;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.environment.simulated.SimulationError;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.scheduling.Profile;
import io.coxswain.scheduling.Scheduler;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.workloads.Workloads;
import io.coxswain.workloads.garbage.GarbageCollector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole control plane in a test: the real store, API server, built-in controllers, scheduler and node agents, on virtual time, with models in place of workers.
 *
 * <pre>{@code
 * try (TestCluster cluster = TestCluster.builder().nodes("n1", "n2").start()) {
 *     cluster.client().create(Deployment.of("web", 3, Container.of("web", "process:web")));
 *     cluster.await(Deployment.KIND, "web", Deployment::isAvailable, Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>Nothing happens but during {@link #await}, {@link #advance} and calls of the client. The same options and the same calls give the same {@link #traceHash}. Not thread-safe.
 */
public final class TestCluster implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final SimulatedEnvironment environment;
    private final MemoryStore store;
    private final Client client;
    private final Manager manager;
    private final CommitTrace commits;
    private final AddressBlock addresses = AddressBlock.unclaimed(80);
    private final Function<WorkerSpec, ModelBehaviour> workers;
    private final Map<String, TestNode> nodes = new LinkedHashMap<>();

    private TestCluster(Builder builder) {
        environment = new SimulatedEnvironment(builder.options);
        workers = builder.workers;
        store = MemoryStore.create(environment);
        List<Kind<?>> kinds = builder.kinds.list();
        client = ApiServer.builder(store, environment)
                .kinds(kinds.toArray(Kind<?>[]::new))
                .start()
                .client();
        commits = CommitTrace.begin(client.async(), environment, kinds);
        Manager.Builder controllers = Manager.builder(client, environment);
        Workloads.controllers().forEach(controllers::add);
        builder.controllers.forEach(controllers::add);
        manager = controllers.build();
        GarbageCollector garbage =
                new GarbageCollector(client.async(), environment, manager.informers(), builder.kinds.list());
        Scheduler scheduler = new Scheduler(client.async(), environment, manager.informers(), Profile.defaults());
        environment.await(manager.start(), START_LIMIT);
        garbage.start();
        scheduler.start();
        builder.nodes.forEach(this::addNode);
    }

    /** One with a node {@code n1} and the default schedule. */
    public static TestCluster start() {
        return builder().nodes("n1").start();
    }

    /** Starts the description of one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The clock, the schedule and the random numbers of all that runs here. */
    public SimulatedEnvironment environment() {
        return environment;
    }

    /** The API. */
    public Client client() {
        return client;
    }

    /** Who runs the controllers. */
    public Manager manager() {
        return manager;
    }

    /**
     * Adds a node and waits until it is registered.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    public TestNode addNode(String name) {
        if (nodes.containsKey(name)) {
            throw new IllegalArgumentException("node " + name + " is there already: give the new one another name");
        }
        TestNode node = new TestNode(name, environment, client.async(), addresses, workers);
        nodes.put(name, node);
        node.start();
        return node;
    }

    /**
     * A node.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public TestNode node(String name) {
        TestNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("node " + name + ": there "
                    + (nodes.isEmpty()
                            ? "are none: name them by TestCluster.builder().nodes(...)"
                            : "are " + String.join(", ", nodes.keySet())));
        }
        return node;
    }

    /** All nodes, in the order in which they were added. */
    public List<TestNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /**
     * Checks every change of a kind from now on, in the order of the commits. What the check throws as an {@code Error}, such as a failed assertion, is thrown to the test.
     *
     * @throws IllegalArgumentException if the cluster doesn't know the kind
     */
    public <R extends Resource<R>> void always(Kind<R> kind, Consumer<WatchEvent<R>> check) {
        commits.always(kind, check);
    }

    /** How many changes there have been of a kind. */
    public long changes(Kind<?> kind) {
        return commits.changes(kind);
    }

    /** How many changes there have been, of each kind that had any. */
    public Map<Kind<?>, Long> changes() {
        return Collections.unmodifiableMap(commits.changes());
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        environment.advance(time);
    }

    /**
     * Lets time pass until something is so.
     *
     * @param what in words, for the message
     * @throws AssertionError if it isn't so within the limit; the message says how the cluster is then
     */
    public void await(String what, BooleanSupplier condition, Duration limit) {
        await(() -> what, condition, limit);
    }

    private void await(Supplier<String> what, BooleanSupplier condition, Duration limit) {
        try {
            environment.runUntil(condition, limit);
        } catch (SimulationError e) {
            throw new AssertionError("not within " + limit + ": " + what.get() + "\n" + Description.of(client), e);
        }
    }

    /**
     * Lets time pass until a condition holds for the object of that name, in namespace {@code default} or of cluster scope, which may not exist yet.
     *
     * @return the object for which it holds
     * @throws AssertionError if it doesn't within the limit; the message says how the object and the cluster are then
     */
    public <R extends Resource<R>> R await(Kind<R> kind, String name, Predicate<? super R> condition, Duration limit) {
        return awaitState(kind, name, found -> found.filter(condition).isPresent(), limit, "is as awaited")
                .orElseThrow();
    }

    /**
     * Lets time pass until there is no object of that name; not for those that it owns, which go after it.
     *
     * @throws AssertionError if there still is one at the limit; the message says how it and the cluster are then
     */
    public <R extends Resource<R>> void awaitDeleted(Kind<R> kind, String name, Duration limit) {
        var unused = awaitState(kind, name, Optional::isEmpty, limit, "is gone");
    }

    private <R extends Resource<R>> Optional<R> awaitState(
            Kind<R> kind, String name, Predicate<Optional<R>> condition, Duration limit, String what) {
        AtomicReference<@Nullable R> last = new AtomicReference<>();
        await(
                () -> {
                    R object = last.get();
                    return kind + " " + name + " " + what + ", but it "
                            + (object == null ? "isn't there" : "is " + object);
                },
                () -> {
                    Optional<R> found = client.find(kind, name);
                    last.set(found.orElse(null));
                    return condition.test(found);
                },
                limit);
        return Optional.ofNullable(last.get());
    }

    /** A hash over all that has happened here and in which order. */
    public long traceHash() {
        return environment.traceHash();
    }

    /** Drops everything, at once. */
    @Override
    public void close() {
        store.close();
        environment.close();
        addresses.close();
    }

    /** Describes a cluster. Not thread-safe. */
    public static final class Builder {
        private final List<String> nodes = new ArrayList<>();
        private final List<ControllerSpec<?>> controllers = new ArrayList<>();
        private SimulationOptions options = SimulationOptions.seeded(1);
        private Kinds kinds = Kinds.builtin();
        private Function<WorkerSpec, ModelBehaviour> workers = spec -> ModelBehaviour.STEADY;

        private Builder() {}

        /** Seed and schedule; seed 1 and the default schedule, if not said. */
        public Builder options(SimulationOptions value) {
            options = value;
            return this;
        }

        /** The default schedule with this seed. */
        public Builder seed(long seed) {
            return options(SimulationOptions.seeded(seed));
        }

        /** Nodes that are there from the start. */
        public Builder nodes(String... names) {
            nodes.addAll(List.of(names));
            return this;
        }

        /** Further kinds. */
        public Builder kinds(Kind<?>... more) {
            kinds = kinds.with(more);
            return this;
        }

        /** A controller beside the built-in ones; its kind becomes known. */
        public Builder controller(ControllerSpec<?> controller) {
            controllers.add(controller);
            return kinds(controller.kind());
        }

        /** How each start of a container behaves; {@link ModelBehaviour#STEADY}, if not said. */
        public Builder workers(Function<WorkerSpec, ModelBehaviour> behaviour) {
            workers = behaviour;
            return this;
        }

        /** Starts it: caches are filled and all nodes registered. */
        public TestCluster start() {
            return new TestCluster(this);
        }
    }
}
