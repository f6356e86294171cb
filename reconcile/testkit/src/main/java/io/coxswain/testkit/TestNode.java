package io.coxswain.testkit;

import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.node.NodeAgent;
import io.coxswain.node.NodeCapacity;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.node.runtime.model.ModelRuntime;
import io.coxswain.resource.ResourceKey;
import io.coxswain.value.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node of a {@link TestCluster}: a real agent over models of workers. Not thread-safe. */
public final class TestNode {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final NodeCapacity CAPACITY = new NodeCapacity(Quantity.of(8), Quantity.parse("16Gi"), 110);

    private final String name;
    private final SimulatedEnvironment environment;
    private final AsyncClient client;
    private final AddressBlock addresses;
    private final Function<WorkerSpec, ModelBehaviour> workers;
    private @Nullable Running running;

    private record Running(NodeAgent agent, ModelRuntime runtime) {}

    TestNode(
            String name,
            SimulatedEnvironment environment,
            AsyncClient client,
            AddressBlock addresses,
            Function<WorkerSpec, ModelBehaviour> workers) {
        this.name = name;
        this.environment = environment;
        this.client = client;
        this.addresses = addresses;
        this.workers = workers;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether its agent runs. */
    public boolean isUp() {
        return running != null;
    }

    /**
     * Starts its agent, with nothing running yet, and waits until the node is registered.
     *
     * @throws IllegalStateException if it is up
     */
    public void start() {
        if (running != null) {
            throw new IllegalStateException("node " + name + " is up: crash or stop it first");
        }
        ModelRuntime runtime = ModelRuntime.create(environment, workers);
        NodeAgent agent = NodeAgent.builder(environment, client)
                .name(name)
                .runtime(runtime)
                .prober(runtime)
                .addresses(addresses)
                .capacity(CAPACITY)
                .build();
        running = new Running(agent, runtime);
        environment.await(agent.start(), LIMIT);
    }

    /** The power fails: agent and workers are gone, and the API isn't told. */
    public void crash() {
        Running lost = up();
        running = null;
        environment.await(lost.agent().crash(), LIMIT);
    }

    /** Its agent is told to end: it ends the workers, says that the node takes no more pods, and stops. */
    public void stop(Duration grace) {
        Running ending = up();
        running = null;
        environment.await(ending.agent().stop(grace), grace.plus(LIMIT));
    }

    /** The workers of a pod end with this code, as if by themselves. */
    public void end(ResourceKey pod, int code) {
        up().runtime().end(pod, code);
    }

    /** The pods with workers that run now, once for each worker; none on a node that is down. */
    public List<ResourceKey> pods() {
        Running now = running;
        if (now == null) {
            return List.of();
        }
        return environment.await(now.runtime().running(), LIMIT).stream()
                .map(Worker::spec)
                .map(spec -> spec.sandbox().pod())
                .sorted()
                .toList();
    }

    private Running up() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("node " + name + " is down: start it first");
        }
        return now;
    }

    /** Such as {@code n1 (up)}. */
    @Override
    public String toString() {
        return name + (isUp() ? " (up)" : " (down)");
    }
}
