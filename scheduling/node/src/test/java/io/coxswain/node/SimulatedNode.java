package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.node.fields.ProcessUser;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.node.runtime.model.ModelRuntime;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** An API, an agent and models of workers on simulated time. */
final class SimulatedNode implements AutoCloseable {
    static final ResourceKey WEB = ResourceKey.of("default", "web");
    private static final Duration LIMIT = Duration.ofHours(1);

    final SimulatedEnvironment environment;
    final Client client;
    final AddressBlock block = AddressBlock.unclaimed(80);
    final DrainBarrier barrier;
    private final MemoryStore store;
    ModelRuntime runtime;
    ModelBehaviour behaviour = ModelBehaviour.STEADY;
    ProcessUser user = new ProcessUser(1000, 1000, List.of(1000L));
    NodeAgent agent;

    SimulatedNode(long seed) {
        environment = SimulatedEnvironment.seeded(seed);
        store = MemoryStore.create(environment);
        client = ApiServer.builder(store, environment).start().client();
        barrier = DrainBarrier.create(environment);
        startAgent();
    }

    /** Another agent, after the one before has ended or crashed. */
    void startAgent() {
        runtime = ModelRuntime.create(environment, spec -> behaviour);
        agent = NodeAgent.builder(environment, client.async())
                .name("n1")
                .runtime(runtime)
                .prober(runtime)
                .addresses(block)
                .drainBarrier(barrier)
                .capacity(new NodeCapacity(Quantity.of(4), Quantity.parse("8Gi"), 110))
                .folder(Path.of("/"))
                .user(user)
                .build();
        environment.await(agent.start(), LIMIT);
    }

    /** A pod on this node with one container. */
    static Pod pod(UnaryOperator<PodSpecBuilder> spec, UnaryOperator<ContainerBuilder> container) {
        Container web = container
                .apply(ContainerBuilder.builder().name("web").image("process:").command(List.of("serve")))
                .build();
        PodSpec whole = spec.apply(PodSpecBuilder.builder(PodSpec.EMPTY)
                        .nodeName("n1")
                        .restartPolicy("Always")
                        .terminationGracePeriodSeconds(30L)
                        .containers(List.of(web)))
                .build();
        return new Pod(ObjectMeta.named("default", "web"), whole, PodStatus.EMPTY);
    }

    Pod create(UnaryOperator<PodSpecBuilder> spec, UnaryOperator<ContainerBuilder> container) {
        return client.create(pod(spec, container));
    }

    Pod await(Predicate<Pod> condition) {
        environment.runUntil(() -> find().filter(condition).isPresent(), LIMIT);
        return find().orElseThrow();
    }

    Pod awaitContainer(Predicate<ContainerStatus> condition) {
        return await(pod -> pod.status().containerStatuses().stream().anyMatch(condition));
    }

    void awaitGone() {
        environment.runUntil(() -> find().isEmpty(), LIMIT);
    }

    Optional<Pod> find() {
        return client.find(Pod.KIND, WEB);
    }

    ContainerStatus container() {
        return find().orElseThrow().status().containerStatuses().get(0);
    }

    long workers() {
        return environment.await(runtime.running(), LIMIT).size();
    }

    /** The reasons of all Events about the pod, each once. */
    List<String> reasons() {
        environment.run();
        return client.list(Event.KIND).stream()
                .sorted((one, other) -> Long.compare(
                        one.metadata().resourceVersion(), other.metadata().resourceVersion()))
                .map(Event::reason)
                .distinct()
                .toList();
    }

    String message(String reason) {
        return client.list(Event.KIND).stream()
                .filter(event -> event.reason().equals(reason))
                .map(Event::message)
                .findFirst()
                .orElseThrow();
    }

    static String condition(Pod pod, String type) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .map(condition -> condition.status())
                .findFirst()
                .orElse("absent");
    }

    @Override
    public void close() {
        List<Throwable> failures = environment.failures();
        if (!failures.isEmpty()) {
            throw new AssertionError("a step failed", failures.get(0));
        }
        store.close();
        environment.close();
    }
}
