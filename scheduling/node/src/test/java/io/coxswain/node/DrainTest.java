package io.coxswain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointBuilder;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.endpoint.DrainBarrier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TERM comes after every balancer has let go of the pod, or the bound has passed. */
class DrainTest {
    private final SimulatedNode node = new SimulatedNode(3);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void termWaitsUntilEveryBalancerHasAppliedTheLeaving() {
        DrainBarrier.Participant balancer = node.barrier.register("test");
        Pod pod = readyPod();
        EndpointSlice slice = node.client.create(slice(pod, false));
        balancer.applied(slice.metadata().resourceVersion());
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.environment.advance(Duration.ofMillis(500));
        EndpointSlice leaving =
                node.client.update(slice.withEndpoints(slice(pod, true).endpoints()));
        node.environment.advance(Duration.ofMillis(500));
        assertEquals(1, node.workers());
        balancer.applied(leaving.metadata().resourceVersion());
        node.environment.advance(Duration.ofMillis(60));
        assertEquals(0, node.workers());
    }

    @Test
    void sliceThatLosesThePodCountsAsLeaving() {
        Pod pod = readyPod();
        EndpointSlice slice = node.client.create(slice(pod, false));
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.environment.advance(Duration.ofMillis(500));
        assertEquals(1, node.workers());
        node.client.delete(slice);
        node.environment.advance(Duration.ofMillis(60));
        assertEquals(0, node.workers());
    }

    @Test
    void balancerThatNeverAppliesHoldsUpForTwoSeconds() {
        node.barrier.register("stuck");
        Pod pod = readyPod();
        EndpointSlice slice = node.client.create(slice(pod, false));
        Instant asked = node.environment.now();
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.environment.run();
        node.client.update(slice.withEndpoints(slice(pod, true).endpoints()));
        node.awaitGone();
        assertEquals(2, Duration.between(asked, node.environment.now()).toSeconds());
    }

    @Test
    void podInNoSliceIsNotWaitedFor() {
        node.barrier.register("stuck");
        readyPod();
        Instant asked = node.environment.now();
        node.client.delete(Pod.KIND, SimulatedNode.WEB);
        node.awaitGone();
        assertEquals(0, Duration.between(asked, node.environment.now()).toSeconds());
    }

    private Pod readyPod() {
        node.create(UnaryOperator.identity(), UnaryOperator.identity());
        return node.await(Pod::isReady);
    }

    private static EndpointSlice slice(Pod pod, boolean terminating) {
        Endpoint endpoint = EndpointBuilder.builder()
                .addresses(List.of(pod.status().podIP()))
                .conditions(new EndpointConditions(!terminating, true, terminating))
                .targetRef(new ObjectReference(
                        "v1",
                        "Pod",
                        "default",
                        pod.metadata().name(),
                        "",
                        "",
                        pod.metadata().uid()))
                .build();
        ObjectMeta metadata = ObjectMeta.named("default", "web-1")
                .withLabel("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
        return new EndpointSlice(metadata, "IPv4", List.of(endpoint), List.of());
    }
}
