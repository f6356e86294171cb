package io.coxswain.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Binding;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeSpec;
import io.coxswain.api.core.v1.NodeStatus;
import io.coxswain.api.core.v1.NodeStatusBuilder;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodSchedulingGate;
import io.coxswain.api.core.v1.ResourceRequirements;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.informer.Informers;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.Quantity;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(5);
    private final MemoryStore store = MemoryStore.create(environment);
    private final Client client = ApiServer.builder(store, environment).start().client();

    @AfterEach
    void close() {
        store.close();
        environment.close();
    }

    @Test
    void podIsBoundToTheNodeWithMoreRoom() {
        node("small", "1");
        node("large", "8");
        start(Profile.defaults());

        client.create(pod("web", "500m"));
        environment.advance(Duration.ofSeconds(1));

        Pod bound = get("web");
        assertEquals("large", bound.spec().nodeName());
        assertEquals(
                "True", bound.status().condition("PodScheduled").orElseThrow().status());
        assertEquals(List.of("Scheduled"), reasons());
    }

    @Test
    void podThatFitsNowhereSaysWhyAndIsBoundWhenANodeComes() {
        node("small", "1");
        start(Profile.defaults());

        client.create(pod("web", "2"));
        environment.advance(Duration.ofMinutes(1));

        PodCondition waiting = get("web").status().condition("PodScheduled").orElseThrow();
        assertEquals("False", waiting.status());
        assertEquals("Unschedulable", waiting.reason());
        assertTrue(waiting.message().contains("cpu"), waiting::message);
        assertEquals(List.of("FailedScheduling"), reasons());

        node("large", "8");
        environment.advance(Duration.ofSeconds(15));
        assertEquals("large", get("web").spec().nodeName());
    }

    @Test
    void podIsBoundWhenAnotherOneLeaves() {
        node("only", "1");
        start(Profile.defaults());
        client.create(pod("first", "1"));
        environment.advance(Duration.ofSeconds(1));
        client.create(pod("second", "1"));
        environment.advance(Duration.ofSeconds(1));
        assertEquals("", get("second").spec().nodeName());

        client.delete(
                Pod.KIND, get("first").key(), DeleteOptions.of(get("first")).withGracePeriod(Duration.ZERO));
        environment.advance(Duration.ofSeconds(15));

        assertEquals("only", get("second").spec().nodeName());
    }

    @Test
    void twoPodsDoNotGetTheSameRoom() {
        node("a", "1");
        node("b", "1");
        start(Profile.defaults());

        client.create(pod("one", "1"));
        client.create(pod("two", "1"));
        environment.advance(Duration.ofSeconds(1));

        assertEquals(
                List.of("a", "b"),
                List.of(get("one"), get("two")).stream()
                        .map(pod -> pod.spec().nodeName())
                        .sorted()
                        .toList());
    }

    @Test
    void gatedPodWaitsForItsGates() {
        node("n1", "8");
        start(Profile.defaults());
        Pod plain = pod("web", "1");
        client.create(
                plain.withSpec(plain.spec().withSchedulingGates(List.of(new PodSchedulingGate("example.com/quota")))));
        environment.advance(Duration.ofMinutes(1));
        assertEquals("", get("web").spec().nodeName());

        client.patch(
                Pod.KIND, get("web").key(), read -> read.withSpec(read.spec().withSchedulingGates(List.of())));
        environment.advance(Duration.ofSeconds(1));

        assertEquals("n1", get("web").spec().nodeName());
    }

    @Test
    void podThatAnotherSchedulerBindsMeanwhileStaysWhereItIs() {
        node("n1", "8");
        node("n2", "8");
        start(Profile.defaults().toBuilder().add(new Rival()).build());

        client.create(pod("web", "1"));
        environment.advance(Duration.ofMinutes(1));

        assertEquals("elsewhere", get("web").spec().nodeName());
        assertEquals(List.of(), environment.failures());
    }

    @Test
    void podOfAnotherSchedulerIsLeftAlone() {
        node("n1", "8");
        start(Profile.defaults());
        Pod plain = pod("web", "1");

        client.create(plain.withSpec(plain.spec().withSchedulerName("mine")));
        environment.advance(Duration.ofMinutes(1));

        assertEquals("", get("web").spec().nodeName());
        assertEquals(List.of(), reasons());
    }

    @Test
    void failingPlugInIsNamedAndThePodTriedAgain() {
        node("n1", "8");
        start(Profile.defaults().toBuilder().add(new FailsTwice()).build());

        client.create(pod("web", "1"));
        environment.run();
        assertTrue(get("web")
                .status()
                .condition("PodScheduled")
                .orElseThrow()
                .message()
                .contains("plug-in FailsTwice"));

        environment.advance(Duration.ofSeconds(4));
        assertEquals("n1", get("web").spec().nodeName());
    }

    @Test
    void errorOfAPlugInDoesNotStopTheOthers() {
        node("n1", "8");
        SchedulerPlugin.Filter broken = new SchedulerPlugin.Filter() {
            @Override
            public String name() {
                return "Broken";
            }

            @Override
            public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
                if (pod.metadata().name().equals("odd")) {
                    throw new NoClassDefFoundError("com/example/Missing");
                }
                return Verdict.success();
            }
        };
        start(Profile.defaults().toBuilder().add(broken).build());

        client.create(pod("odd", "1"));
        client.create(pod("web", "1"));
        environment.advance(Duration.ofSeconds(1));

        assertEquals("n1", get("web").spec().nodeName());
        String message =
                get("odd").status().condition("PodScheduled").orElseThrow().message();
        assertTrue(message.contains("plug-in Broken"), message);
    }

    /** The room is taken, whether the scheduler was told so or not. */
    @Test
    void bindingWhoseAnswerIsLostKeepsItsRoom() {
        node("only", "1");
        start(Profile.defaults(), answeringLate(client.async()));

        client.create(pod("first", "1"));
        environment.advance(Duration.ofSeconds(5));
        client.create(pod("second", "1"));
        environment.advance(Duration.ofMinutes(1));

        assertEquals("only", get("first").spec().nodeName());
        assertEquals("", get("second").spec().nodeName());
    }

    /** An API whose bindings are made, but answered by a time-out a second later. */
    private AsyncClient answeringLate(AsyncClient real) {
        return (AsyncClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncClient.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    if (method.getName().equals("withCause")) {
                        return answeringLate((AsyncClient) answer);
                    }
                    if (!method.getName().equals("subresource")) {
                        return answer;
                    }
                    CompletableFuture<Object> late = new CompletableFuture<>();
                    environment.schedule(
                            Duration.ofSeconds(1),
                            environment.serial("late"),
                            () -> late.completeExceptionally(new RequestTimeoutException("no answer")));
                    return late;
                });
    }

    @Test
    void explanationNamesEveryNode() {
        node("small", "1");
        node("large", "8");
        Scheduler scheduler = start(Profile.defaults());
        client.create(pod("web", "9"));
        environment.advance(Duration.ofSeconds(1));

        SchedulingDecision decision = environment
                .await(scheduler.explain(ResourceKey.of("default", "web")), Duration.ofSeconds(1))
                .orElseThrow();

        assertEquals(List.of("large", "small"), List.copyOf(decision.nodes().keySet()));
        assertTrue(decision.selected().isEmpty());
    }

    /** Binds the pod by itself before the scheduler does. */
    private final class Rival implements SchedulerPlugin.Reserve {
        @Override
        public String name() {
            return "Rival";
        }

        @Override
        public Verdict reserve(CycleState state, Pod pod, String node) {
            client.subresource(
                    Pod.KIND,
                    pod.key(),
                    "binding",
                    new Binding(
                            ObjectMeta.named("default", pod.metadata().name()),
                            ObjectReference.EMPTY.withKind("Node").withName("elsewhere")));
            return Verdict.success();
        }

        @Override
        public void unreserve(CycleState state, Pod pod, String node) {
            // keeps no account
        }
    }

    private static final class FailsTwice implements SchedulerPlugin.Filter {
        private int calls;

        @Override
        public String name() {
            return "FailsTwice";
        }

        @Override
        public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
            if (++calls <= 2) {
                throw new IllegalStateException("call " + calls);
            }
            return Verdict.success();
        }
    }

    private Scheduler start(Profile profile) {
        return start(profile, client.async());
    }

    private Scheduler start(Profile profile, AsyncClient api) {
        Informers informers = new Informers(api, environment);
        Scheduler scheduler = new Scheduler(api, environment, informers, profile);
        informers.start();
        scheduler.start();
        environment.run();
        return scheduler;
    }

    private void node(String name, String cpu) {
        Map<String, Quantity> room = new LinkedHashMap<>();
        room.put("cpu", Quantity.parse(cpu));
        room.put("memory", Quantity.parse("16Gi"));
        room.put("pods", Quantity.of(110));
        Node made = client.create(new Node(ObjectMeta.named(name), NodeSpec.EMPTY, NodeStatus.EMPTY));
        client.updateStatus(made.withStatus(NodeStatusBuilder.builder(NodeStatus.EMPTY)
                .capacity(room)
                .allocatable(room)
                .build()));
    }

    private static Pod pod(String name, String cpu) {
        Container container = Container.of("main", "process:main")
                .withResources(ResourceRequirements.EMPTY.withRequests(Map.of("cpu", Quantity.parse(cpu))));
        Pod pod = Pod.of(name, container);
        return pod.withMetadata(pod.metadata().withNamespace("default"));
    }

    private Pod get(String name) {
        return client.get(Pod.KIND, ResourceKey.of("default", name));
    }

    private List<String> reasons() {
        return client.list(Event.KIND).stream().map(Event::reason).distinct().toList();
    }
}
