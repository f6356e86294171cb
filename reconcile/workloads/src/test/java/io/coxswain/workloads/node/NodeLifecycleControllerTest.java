package io.coxswain.workloads.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeCondition;
import io.coxswain.api.core.v1.NodeSpec;
import io.coxswain.api.core.v1.NodeStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.controller.Manager;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeLifecycleControllerTest {
    private static final ResourceKey LEASE = ResourceKey.of("kube-node-lease", "n1");

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(9);
    private final MemoryStore store = MemoryStore.create(environment);
    private final Client client = ApiServer.builder(store, environment).start().client();

    @BeforeEach
    void startWithANodeAndAReadyPodOnIt() {
        client.create(new Node(ObjectMeta.named("n1"), NodeSpec.EMPTY, NodeStatus.EMPTY));
        report("True");
        client.create(new Lease(ObjectMeta.named(LEASE.namespace(), LEASE.name()), LeaseSpec.EMPTY));
        renew();
        Pod pod = Pod.of("web", Container.of("web", "process:web"));
        Pod made = client.create(pod.withMetadata(pod.metadata().withNamespace("default"))
                .withSpec(pod.spec().withNodeName("n1")));
        client.updateStatus(made.withStatus(
                made.status().withCondition(new PodCondition("Ready", "True", null, environment.now(), "", ""))));
        Manager manager = Manager.builder(client, environment)
                .add(NodeLifecycleController.controller())
                .build();
        environment.await(manager.start(), Duration.ofSeconds(10));
        environment.run();
    }

    @AfterEach
    void close() {
        store.close();
        environment.close();
    }

    @Test
    void nodeThatRenewsItsLeaseStaysReady() {
        for (int i = 0; i < 30; i++) {
            environment.advance(Duration.ofSeconds(10));
            renew();
        }

        assertEquals("True", readiness());
        assertEquals(List.of(), taints());
    }

    @Test
    void silentNodeIsUnknownAfterFortySecondsAndNotBefore() {
        environment.advance(Duration.ofSeconds(39));
        assertEquals("True", readiness());

        environment.advance(Duration.ofSeconds(1));

        assertEquals("Unknown", readiness());
        assertEquals(
                List.of("node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute"),
                taints());
        assertEquals("False", podReadiness());
    }

    @Test
    void statusReportIsASignOfLifeToo() {
        environment.advance(Duration.ofSeconds(30));
        report("True");
        environment.advance(Duration.ofSeconds(39));
        assertEquals("True", readiness());

        environment.advance(Duration.ofSeconds(1));

        assertEquals("Unknown", readiness());
    }

    @Test
    void nodeThatReportsAgainIsNotMarkedUnknownBeforeItsLeaseIsSeen() {
        environment.advance(Duration.ofMinutes(2));
        assertEquals("Unknown", readiness());

        report("True");
        environment.advance(Duration.ofSeconds(5));

        assertEquals("True", readiness());
        assertEquals(List.of(), taints());
    }

    @Test
    void nodeThatSaysItIsNotReadyIsTaintedSo() {
        report("False");
        environment.run();

        assertEquals(
                List.of("node.kubernetes.io/not-ready:NoSchedule", "node.kubernetes.io/not-ready:NoExecute"), taints());
        assertEquals("False", podReadiness());
    }

    @Test
    void otherTaintsStay() {
        Taint other = new Taint("disk", "NoSchedule", null, "slow");
        client.patch(
                Node.KIND,
                ResourceKey.cluster("n1"),
                node -> node.withSpec(node.spec().withTaints(List.of(other))));

        environment.advance(Duration.ofMinutes(1));
        assertEquals(3, taints().size());
        report("True");
        renew();
        environment.run();

        assertEquals(List.of("disk:NoSchedule"), taints());
    }

    @Test
    void silentNodeIsWrittenOnce() {
        environment.advance(Duration.ofMinutes(1));
        long before = store.revision();

        environment.advance(Duration.ofMinutes(30));

        assertEquals(before, store.revision());
    }

    private void renew() {
        client.patch(Lease.KIND, LEASE, lease -> lease.withSpec(lease.spec().withRenewTime(environment.now())));
    }

    private void report(String ready) {
        Node node = client.get(Node.KIND, ResourceKey.cluster("n1"));
        client.updateStatus(node.withStatus(node.status()
                .withConditions(List.of(
                        new NodeCondition("Ready", ready, environment.now(), environment.now(), "", "Agent")))));
    }

    private String readiness() {
        return client.get(Node.KIND, ResourceKey.cluster("n1"))
                .status()
                .condition("Ready")
                .orElseThrow()
                .status();
    }

    private String podReadiness() {
        return client.get(Pod.KIND, ResourceKey.of("default", "web"))
                .status()
                .condition("Ready")
                .orElseThrow()
                .status();
    }

    private List<String> taints() {
        return client.get(Node.KIND, ResourceKey.cluster("n1")).spec().taints().stream()
                .map(taint -> taint.key() + ":" + taint.effect())
                .toList();
    }
}
