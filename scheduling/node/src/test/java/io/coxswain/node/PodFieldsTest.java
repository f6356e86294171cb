package io.coxswain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodReadinessGate;
import io.coxswain.api.core.v1.PodSecurityContext;
import io.coxswain.api.core.v1.ResourceRequirements;
import io.coxswain.node.fields.ProcessUser;
import io.coxswain.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a pod's status and Events say of fields that aren't honoured. */
class PodFieldsTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private final SimulatedNode node = new SimulatedNode(5);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void podRunsWithoutAFieldAndSaysSoOnce() {
        ResourceRequirements limits =
                new ResourceRequirements(List.of(), Map.of("memory", Quantity.parse("1Gi")), Map.of());
        node.create(spec -> spec.serviceAccountName("robot"), container -> container.resources(limits));
        Pod ready = node.await(Pod::isReady);
        PodCondition told =
                ready.status().condition("coxswain.io/FieldsHonoured").orElseThrow();
        assertEquals("False", told.status());
        assertEquals("FieldsNotHonoured", told.reason());
        assertTrue(told.message().contains("spec.serviceAccountName: "), told::message);
        assertTrue(told.message().contains("spec.containers[web].resources.limits: memory: limits are not enforced"));
        assertEquals(1, events("FieldsNotHonoured"));
        assertEquals(told.message(), node.message("FieldsNotHonoured"));

        node.environment.await(node.agent.crash(), LIMIT);
        node.environment.advance(Duration.ofMinutes(20));
        node.startAgent();
        node.awaitContainer(status -> status.restartCount() == 1 && status.ready());
        assertEquals(1, events("FieldsNotHonoured"));
    }

    private long events(String reason) {
        node.environment.run();
        return node.client.list(Event.KIND).stream()
                .filter(event -> event.reason().equals(reason))
                .mapToInt(event -> Math.max(1, event.count()))
                .sum();
    }

    @Test
    void podWhoseFieldsAreHonouredHasNoSuchCondition() {
        node.create(UnaryOperator.identity(), UnaryOperator.identity());
        Pod ready = node.await(Pod::isReady);
        assertEquals(
                List.of("PodScheduled", "Initialized", "ContainersReady", "Ready"),
                ready.status().conditions().stream().map(PodCondition::type).toList());
    }

    @Test
    void podForAnotherUserIsRefused() {
        node.create(
                spec -> spec.securityContext(PodSecurityContext.EMPTY.with(all -> all.runAsUser(33L))),
                UnaryOperator.identity());
        Pod refused = node.await(pod -> pod.status().reason().equals("UnsupportedFeature"));
        assertEquals(
                "spec.securityContext.runAsUser: 33: workers run as the application's user, 1000: leave it out, or start the application so",
                refused.status().message());
        assertEquals(0, node.workers());
    }

    @Test
    void rootStartsNothingThatMustNotRunAsRoot() {
        node.environment.await(node.agent.crash(), LIMIT);
        node.user = new ProcessUser(0, 0, List.of());
        node.startAgent();
        node.create(
                spec -> spec.securityContext(PodSecurityContext.EMPTY.with(all -> all.runAsNonRoot(true))),
                UnaryOperator.identity());
        Pod waiting = node.awaitContainer(status -> status.state().waiting() != null
                && status.state().waiting().reason().equals("CreateContainerConfigError"));
        assertTrue(waiting.status()
                .containerStatuses()
                .get(0)
                .state()
                .waiting()
                .message()
                .startsWith("container has runAsNonRoot and image will run as root (pod: \"web_default("));
        assertEquals("Pending", waiting.status().phase());
        assertTrue(node.reasons().contains("Failed"));
        assertEquals(0, node.workers());
    }

    @Test
    void readinessGateHoldsThePodBackUntilItsConditionIsTrue() {
        node.create(
                spec -> spec.readinessGates(List.of(new PodReadinessGate("shop.example/warm"))),
                UnaryOperator.identity());
        Pod held = node.await(
                pod -> SimulatedNode.condition(pod, "ContainersReady").equals("True"));
        assertEquals("False", SimulatedNode.condition(held, "Ready"));
        set(held, "True");
        Pod ready = node.await(Pod::isReady);
        assertEquals("True", SimulatedNode.condition(ready, "shop.example/warm"));
        set(ready, "False");
        node.await(pod -> !pod.isReady());
    }

    private void set(Pod pod, String status) {
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        conditions.removeIf(condition -> condition.type().equals("shop.example/warm"));
        conditions.add(new PodCondition("shop.example/warm", status, null, null, "", ""));
        node.client.updateStatus(pod.withStatus(pod.status().withConditions(conditions)));
    }

    @Test
    void workerThatFallsSilentIsRestarted() {
        Pod notifying = SimulatedNode.pod(UnaryOperator.identity(), UnaryOperator.identity());
        node.client.create(notifying.withMetadata(notifying
                .metadata()
                .withAnnotation(PodAnnotations.NOTIFY, "true")
                .withAnnotation(PodAnnotations.WATCHDOG_SECONDS, "7")));
        node.await(Pod::isReady);
        Instant ready = node.environment.now();
        node.awaitContainer(status -> status.restartCount() == 1);
        assertEquals(7, Duration.between(ready, node.environment.now()).toSeconds());
        assertEquals("Container web has not said WATCHDOG=1 for 7 s", node.message("Unhealthy"));
    }

    @Test
    void watchdogWithoutNotificationsIsAnError() {
        Pod pod = SimulatedNode.pod(UnaryOperator.identity(), UnaryOperator.identity());
        node.client.create(pod.withMetadata(pod.metadata().withAnnotation(PodAnnotations.WATCHDOG_SECONDS, "7")));
        Pod waiting = node.awaitContainer(status -> status.state().waiting() != null
                && status.state().waiting().reason().equals("CreateContainerConfigError"));
        assertEquals(
                "annotation coxswain.io/watchdog-seconds: 7: must be a whole number of seconds above 0, with annotation coxswain.io/notify: \"true\"",
                waiting.status().containerStatuses().get(0).state().waiting().message());
    }

    @Test
    void podThatGetsNoAddressWaitsForOne() {
        List<String> held = new ArrayList<>();
        while (node.block.pods().held() < node.block.pods().range().size()) {
            held.add(node.block.pods().allocate());
        }
        node.create(UnaryOperator.identity(), UnaryOperator.identity());
        node.environment.advance(Duration.ofSeconds(12));
        assertTrue(node.reasons().contains("FailedCreatePodSandBox"), node.reasons()::toString);
        assertEquals("", node.find().orElseThrow().status().podIP());
        node.block.pods().release(held.get(0));
        node.block.pods().release(held.get(1));
        Pod ready = node.await(Pod::isReady);
        assertTrue(held.subList(0, 2).contains(ready.status().podIP()), ready.status()::podIP);
    }
}
