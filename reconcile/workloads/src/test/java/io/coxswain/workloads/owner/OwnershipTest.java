package io.coxswain.workloads.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.apps.v1.ReplicaSetSpec;
import io.coxswain.api.apps.v1.ReplicaSetStatus;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.controller.Manager;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.workloads.replicaset.ReplicaSetController;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As a ReplicaSet sees it. */
class OwnershipTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(4);
    private final MemoryStore store = MemoryStore.create(environment);
    private final Client client = ApiServer.builder(store, environment).start().client();

    @BeforeEach
    void start() {
        Manager manager = Manager.builder(client, environment)
                .add(ReplicaSetController.controller())
                .build();
        environment.await(manager.start(), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        store.close();
        environment.close();
    }

    @Test
    void orphanThatIsSelectedIsAdopted() {
        client.create(pod("orphan", "web"));
        ReplicaSet set = client.create(set("web", 2));
        environment.run();

        assertEquals(set.metadata().uid(), controllerOf("orphan"));
        assertEquals(2, client.list(Pod.KIND).size());
    }

    @Test
    void orphanThatComesLaterIsAdoptedAndOneTooManyDeleted() {
        client.create(set("web", 2));
        environment.run();

        client.create(pod("late", "web"));
        environment.run();

        assertEquals(2, client.list(Pod.KIND).size());
    }

    @Test
    void podThatIsNoLongerSelectedIsLetGoAndReplaced() {
        client.create(set("web", 1));
        environment.run();
        Pod pod = client.list(Pod.KIND).get(0);

        client.patch(
                Pod.KIND, pod.key(), read -> read.withMetadata(read.metadata().withLabel("app", "quarantine")));
        environment.run();

        assertEquals("", controllerOf(pod.metadata().name()));
        assertEquals(2, client.list(Pod.KIND).size());
    }

    @Test
    void podOfAnotherControllerStaysItsOwn() {
        OwnerReference other = new OwnerReference("apps/v1", "ReplicaSet", "other", true, true, "uid-other");
        Pod foreign = pod("foreign", "web");
        client.create(foreign.withMetadata(foreign.metadata().withOwner(other)));
        client.create(set("web", 1));
        environment.run();

        assertEquals("uid-other", controllerOf("foreign"));
        assertEquals(2, client.list(Pod.KIND).size());
    }

    private String controllerOf(String pod) {
        return client.get(Pod.KIND, ResourceKey.of("default", pod))
                .metadata()
                .controller()
                .map(OwnerReference::uid)
                .orElse("");
    }

    private static Pod pod(String name, String app) {
        Pod pod = Pod.of(name, Container.of("main", "process:main"));
        return pod.withMetadata(pod.metadata().withNamespace("default").withLabel("app", app));
    }

    private static ReplicaSet set(String app, int replicas) {
        PodTemplateSpec template = new PodTemplateSpec(
                ObjectMeta.EMPTY.withLabel("app", app), PodSpec.of(Container.of("main", "process:main")));
        return new ReplicaSet(
                ObjectMeta.named("default", app),
                new ReplicaSetSpec(0, replicas, LabelSelector.of("app", app), template),
                ReplicaSetStatus.EMPTY);
    }
}
