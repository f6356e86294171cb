package io.coxswain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.ConfigMapEnvSource;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.EnvFromSource;
import io.coxswain.api.core.v1.ExecAction;
import io.coxswain.api.core.v1.Lifecycle;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.ProbeBuilder;
import io.coxswain.api.core.v1.SleepAction;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.node.runtime.model.ModelBehaviour;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeAgentTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private final SimulatedNode node = new SimulatedNode(7);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void nodeIsRegisteredAndItsLeaseRenewed() {
        Node registered = node.client.get(Node.KIND, "n1");
        assertEquals(
                "True",
                registered.status().conditions().stream()
                        .filter(condition -> condition.type().equals("Ready"))
                        .findFirst()
                        .orElseThrow()
                        .status());
        assertEquals("4", registered.status().allocatable().get("cpu").toString());
        assertEquals("n1", registered.labels().get("kubernetes.io/hostname"));
        ResourceKey key = ResourceKey.of("kube-node-lease", "n1");
        Instant first = node.client.get(Lease.KIND, key).spec().renewTime();
        node.environment.advance(Duration.ofSeconds(25));
        Instant later = node.client.get(Lease.KIND, key).spec().renewTime();
        assertEquals(Duration.ofSeconds(20), Duration.between(first, later));
    }

    @Test
    void boundPodRunsAndBecomesReady() {
        node.create(same(), container -> container.readinessProbe(probe()));
        Pod running = node.await(pod -> pod.status().phase().equals("Running"));
        assertEquals("False", SimulatedNode.condition(running, "Ready"));
        assertTrue(running.status().podIP().startsWith("127.80.0."), running.status()::podIP);
        assertEquals("127.0.0.1", running.status().hostIP());
        Pod ready = node.await(Pod::isReady);
        assertEquals("True", SimulatedNode.condition(ready, "ContainersReady"));
        assertEquals("True", SimulatedNode.condition(ready, "Initialized"));
        assertEquals("True", SimulatedNode.condition(ready, "PodScheduled"));
        assertEquals(List.of("Created", "Started"), node.reasons());
    }

    @Test
    void settledPodIsNotWrittenAgain() {
        node.create(same(), container -> container.readinessProbe(probe()).livenessProbe(probe()));
        long revision = node.await(Pod::isReady).metadata().resourceVersion();
        node.environment.advance(Duration.ofMinutes(3));
        assertEquals(revision, node.find().orElseThrow().metadata().resourceVersion());
    }

    @Test
    void endedContainerIsRestartedAtOnceThenWithBackoff() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.runtime.end(SimulatedNode.WEB, 1);
        node.awaitContainer(status -> status.restartCount() == 1 && status.ready());
        node.runtime.end(SimulatedNode.WEB, 3);
        node.awaitContainer(status -> isWaiting(status, "CrashLoopBackOff"));
        ContainerStatus waiting = node.container();
        assertEquals(3, end(waiting).exitCode());
        ContainerStateWaiting state = waiting.state().waiting();
        assertNotNull(state);
        assertTrue(
                state.message().startsWith("back-off 10s restarting failed container=web pod=web_default("),
                state::message);
        Instant ended = node.environment.now();
        node.awaitContainer(status -> status.restartCount() == 2 && status.ready());
        Duration waited = Duration.between(ended, node.environment.now());
        assertTrue(
                waited.compareTo(Duration.ofSeconds(10)) >= 0 && waited.compareTo(Duration.ofSeconds(11)) < 0,
                waited::toString);
        assertTrue(node.reasons().contains("BackOff"));
    }

    @Test
    void policyDecidesWhetherAnEndIsTheEnd() {
        node.create(spec -> spec.restartPolicy("OnFailure"), same());
        node.await(Pod::isReady);
        node.runtime.end(SimulatedNode.WEB, 1);
        node.awaitContainer(status -> status.restartCount() == 1 && status.ready());
        node.runtime.end(SimulatedNode.WEB, 0);
        Pod done = node.await(pod -> pod.status().phase().equals("Succeeded"));
        assertEquals("False", SimulatedNode.condition(done, "Ready"));
        assertEquals(0, node.block.pods().held());
    }

    @Test
    void neverRestartedPodFails() {
        node.create(spec -> spec.restartPolicy("Never"), same());
        node.await(Pod::isReady);
        node.runtime.end(SimulatedNode.WEB, 9);
        Pod failed = node.await(pod -> pod.status().phase().equals("Failed"));
        ContainerStateTerminated end =
                failed.status().containerStatuses().get(0).state().terminated();
        assertNotNull(end);
        assertEquals(9, end.exitCode());
        assertEquals("Error", end.reason());
    }

    @Test
    void deletedPodEndsAndIsRemoved() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        assertEquals(1, node.workers());
        node.awaitGone();
        assertEquals(0, node.workers());
        node.environment.run();
        assertEquals(0, node.block.pods().held());
        assertEquals(0, node.environment.await(node.agent.podCount(), LIMIT));
        assertTrue(node.reasons().contains("Killing"));
    }

    @Test
    void workerThatIgnoresTermIsKilledAfterItsGrace() {
        node.behaviour = ModelBehaviour.STEADY.stopsAfter(Duration.ofHours(2));
        node.create(spec -> spec.terminationGracePeriodSeconds(7L), same());
        node.await(Pod::isReady);
        Instant asked = node.environment.now();
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.awaitGone();
        assertEquals(7, Duration.between(asked, node.environment.now()).toSeconds());
    }

    @Test
    void preStopHookComesBeforeTerm() {
        Lifecycle sleep = new Lifecycle(null, new LifecycleHandler(null, null, new SleepAction(5), null));
        node.create(same(), container -> container.lifecycle(sleep));
        node.await(Pod::isReady);
        Instant asked = node.environment.now();
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.environment.advance(Duration.ofMillis(4_900));
        assertEquals(1, node.workers());
        node.awaitGone();
        assertEquals(5, Duration.between(asked, node.environment.now()).toSeconds());
    }

    @Test
    void forcedDeleteStopsTheWorkerToo() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.client.delete(Pod.KIND, SimulatedNode.WEB, DeleteOptions.DEFAULT.withGracePeriod(Duration.ZERO));
        assertTrue(node.find().isEmpty());
        node.environment.advance(Duration.ofSeconds(2));
        assertEquals(0, node.workers());
        assertEquals(0, node.block.pods().held());
    }

    @Test
    void failedLivenessRestartsTheContainer() {
        node.behaviour = ModelBehaviour.STEADY.readyAfter(Duration.ofMinutes(2));
        node.create(same(), container -> container.livenessProbe(probe()));
        node.awaitContainer(status -> status.restartCount() == 1);
        assertTrue(node.reasons().containsAll(List.of("Unhealthy", "Killing")), node.reasons()::toString);
        assertEquals("Container web failed liveness probe, will be restarted", node.message("Killing"));
    }

    @Test
    void startupProbeGatesReadiness() {
        node.behaviour = ModelBehaviour.STEADY.readyAfter(Duration.ofSeconds(3));
        node.create(same(), container -> container.startupProbe(probe()));
        Pod running = node.await(pod -> pod.status().phase().equals("Running"));
        assertFalse(running.isReady());
        assertEquals(false, running.status().containerStatuses().get(0).started());
        node.await(Pod::isReady);
        assertEquals(true, node.container().started());
        assertEquals(0, node.container().restartCount());
    }

    @Test
    void unstartableContainerSaysWhy() {
        node.behaviour = ModelBehaviour.STEADY.cannotStart("no such command 'jave'");
        node.create(same(), same());
        node.awaitContainer(status -> isWaiting(status, "CrashLoopBackOff"));
        assertEquals(127, end(node.container()).exitCode());
        assertEquals("StartError", end(node.container()).reason());
        assertTrue(node.message("Failed").contains("no such command 'jave'"));
    }

    @Test
    void unknownImageSaysHowToMapIt() {
        node.create(same(), container -> container.image("nginx:1.25"));
        Pod pod = node.awaitContainer(status -> isWaiting(status, "ErrImageNeverPull"));
        ContainerStateWaiting state =
                pod.status().containerStatuses().get(0).state().waiting();
        assertNotNull(state);
        assertTrue(
                state.message().contains("Cluster.builder().image(\"nginx:1.25\", Image.process(\"...\"))"),
                state::message);
        assertEquals("Pending", pod.status().phase());
    }

    @Test
    void missingConfigMapIsWaitedFor() {
        EnvFromSource source = new EnvFromSource(new ConfigMapEnvSource("settings", null), "", null);
        node.create(same(), container -> container.envFrom(List.of(source)));
        Pod pod = node.awaitContainer(status -> isWaiting(status, "CreateContainerConfigError"));
        assertEquals(
                "configmap \"settings\" not found",
                pod.status().containerStatuses().get(0).state().waiting().message());
        node.client.create(new ConfigMap(ObjectMeta.named("default", "settings"), Map.of(), Map.of("A", "1"), null));
        node.await(Pod::isReady);
        assertEquals(0, node.container().restartCount());
    }

    @Test
    void initContainersAreRefusedWithReason() {
        Container init =
                ContainerBuilder.builder().name("setup").image("process:true").build();
        node.create(spec -> spec.initContainers(List.of(init)), same());
        Pod refused = node.await(pod -> pod.status().reason().equals("UnsupportedFeature"));
        assertEquals("Pending", refused.status().phase());
        assertEquals(
                "spec.initContainers: setup: init containers are not run yet",
                refused.status().message());
        assertEquals("False", SimulatedNode.condition(refused, "coxswain.io/Supported"));
        assertEquals(List.of("UnsupportedFeature"), node.reasons());
        assertEquals(0, node.workers());
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.awaitGone();
    }

    @Test
    void terminatingPodThatAnAgentFindsIsNotStartedAgain() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.environment.await(node.agent.crash(), LIMIT);
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        List<String> before = node.reasons();
        node.startAgent();
        node.awaitGone();
        assertEquals(before, node.reasons());
        assertEquals(0, node.runtime.starts());
    }

    @Test
    void laterOrderBringsTheEndNearerButNeverPutsItOff() {
        node.behaviour = ModelBehaviour.STEADY.stopsAfter(Duration.ofHours(2));
        node.create(same(), same());
        node.await(Pod::isReady);
        Instant asked = node.environment.now();
        node.client.delete(Pod.KIND, SimulatedNode.WEB, DeleteOptions.DEFAULT.withGracePeriod(Duration.ofSeconds(20)));
        node.environment.advance(Duration.ofSeconds(1));
        node.client.delete(Pod.KIND, SimulatedNode.WEB, DeleteOptions.DEFAULT.withGracePeriod(Duration.ofSeconds(4)));
        node.awaitGone();
        assertEquals(5, Duration.between(asked, node.environment.now()).toSeconds());
    }

    @Test
    void endOfTheLogIsTheMessageOfAFailureWhereAskedFor() {
        node.create(
                spec -> spec.restartPolicy("Never"),
                container -> container.terminationMessagePolicy("FallbackToLogsOnError"));
        node.await(Pod::isReady);
        node.runtime.say(SimulatedNode.WEB, "no such table: pages");
        node.runtime.end(SimulatedNode.WEB, 3);
        Pod failed = node.await(pod -> pod.status().phase().equals("Failed"));
        assertEquals(
                "no such table: pages",
                failed.status().containerStatuses().get(0).state().terminated().message());
    }

    @Test
    void podPastItsDeadlineFails() {
        node.create(spec -> spec.activeDeadlineSeconds(60L), same());
        Pod failed = node.await(pod -> pod.status().phase().equals("Failed"));
        assertEquals("DeadlineExceeded", failed.status().reason());
        node.environment.advance(Duration.ofMinutes(1));
        assertEquals(0, node.workers());
        assertEquals("Failed", node.find().orElseThrow().status().phase());
    }

    @Test
    void nextAgentGoesOnWithThePods() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.environment.await(node.agent.crash(), LIMIT);
        assertEquals(0, node.workers());
        node.startAgent();
        Pod again = node.awaitContainer(status -> status.restartCount() == 1 && status.ready());
        assertEquals(
                "ContainerStatusUnknown",
                end(again.status().containerStatuses().get(0)).reason());
    }

    @Test
    void stoppedAgentLeavesNoWorkerAndSaysSo() {
        node.create(same(), same());
        node.await(Pod::isReady);
        node.environment.await(node.agent.stop(Duration.ofSeconds(5)), LIMIT);
        assertEquals(0, node.workers());
        Node left = node.client.get(Node.KIND, "n1");
        assertTrue(left.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals("Ready")
                        && condition.status().equals("False")
                        && condition.reason().equals("NodeShutdown")));
        assertTrue(node.find().isPresent());
    }

    @Test
    void stoppedAgentGivesWorkersTheirGraceAndNoMore() {
        assertEquals(7, secondsToStop(7, Duration.ofMinutes(5)));
    }

    @Test
    void stoppedAgentGivesWorkersNoMoreThanItIsGiven() {
        assertEquals(5, secondsToStop(600, Duration.ofSeconds(5)));
    }

    private long secondsToStop(long podsGrace, Duration most) {
        node.behaviour = ModelBehaviour.STEADY.stopsAfter(Duration.ofHours(2));
        node.create(spec -> spec.terminationGracePeriodSeconds(podsGrace), same());
        node.await(Pod::isReady);
        Instant asked = node.environment.now();
        node.environment.await(node.agent.stop(most), LIMIT);
        return Duration.between(asked, node.environment.now()).toSeconds();
    }

    @Test
    void sameSeedGivesTheSameTrace() {
        assertEquals(traceOf(11), traceOf(11));
    }

    private static long traceOf(long seed) {
        try (SimulatedNode other = new SimulatedNode(seed)) {
            other.create(same(), container -> container.readinessProbe(probe()));
            other.await(Pod::isReady);
            other.runtime.end(SimulatedNode.WEB, 1);
            other.awaitContainer(status -> status.restartCount() == 1 && status.ready());
            other.client.delete(Pod.KIND, SimulatedNode.WEB);
            other.awaitGone();
            return other.environment.traceHash();
        }
    }

    private static Probe probe() {
        return ProbeBuilder.builder(Probe.EMPTY)
                .exec(new ExecAction(List.of("check")))
                .periodSeconds(5)
                .timeoutSeconds(1)
                .successThreshold(1)
                .failureThreshold(3)
                .build();
    }

    private static boolean isWaiting(ContainerStatus status, String reason) {
        ContainerStateWaiting waiting = status.state().waiting();
        return waiting != null && waiting.reason().equals(reason);
    }

    private static ContainerStateTerminated end(ContainerStatus status) {
        ContainerStateTerminated end = status.lastState().terminated();
        assertNotNull(end);
        return end;
    }

    private static <T> UnaryOperator<T> same() {
        return UnaryOperator.identity();
    }
}
