package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointBuilder;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierRunTest {
    private static final EndpointConditions READY = new EndpointConditions(true, true, null);

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final MemoryStore store = MemoryStore.create(environment);

    private <R extends Resource<R>> void put(Kind<R> kind, R object) {
        environment.await(
                store.commit(StoreTransaction.of(new Write.Put<>(kind, StoredObject.of(object)))),
                Duration.ofSeconds(1));
    }

    private <R extends Resource<R>> R stored(Kind<R> kind, String name) {
        return store.get(kind, ResourceKey.of("default", name)).resource();
    }

    private void settle() {
        new EarlierRun(store, environment).settle("local", new HeadlessServices());
    }

    private static Pod pod(String name, String node, String phase) {
        PodStatus status =
                PodStatus.EMPTY.withPhase(phase).withConditions(List.of(PodCondition.of("Ready", "True", "", "")));
        return new Pod(ObjectMeta.named("default", name), PodSpec.EMPTY.withNodeName(node), status);
    }

    @Test
    void newStoreIsLeftAlone() {
        settle();
        assertEquals(0, store.revision());
    }

    @Test
    void podsThatRanOnTheNodeAreNotReady() {
        put(Pod.KIND, pod("ran", "local", "Running"));
        put(Pod.KIND, pod("elsewhere", "other", "Running"));
        put(Pod.KIND, pod("done", "local", "Succeeded"));
        settle();
        assertFalse(stored(Pod.KIND, "ran").isReady());
        assertEquals("Running", stored(Pod.KIND, "ran").status().phase());
        assertEquals(2, stored(Pod.KIND, "elsewhere").metadata().resourceVersion());
        assertEquals(3, stored(Pod.KIND, "done").metadata().resourceVersion());
        settle();
        assertEquals(4, store.revision(), "what is settled is left alone");
    }

    @Test
    void endpointsThatAreNoPodsStay() {
        Endpoint foreign = EndpointBuilder.builder()
                .addresses(List.of("10.0.0.1"))
                .conditions(READY)
                .build();
        Endpoint pod = EndpointBuilder.builder(foreign)
                .targetRef(ObjectReference.of("v1", "Pod", ObjectMeta.named("default", "a")))
                .build();
        put(
                EndpointSlice.KIND,
                new EndpointSlice(ObjectMeta.named("default", "web"), "IPv4", List.of(foreign, pod), List.of()));
        settle();
        List<Endpoint> settled = stored(EndpointSlice.KIND, "web").endpoints();
        assertEquals(foreign, settled.get(0));
        assertEquals(new EndpointConditions(false, false, null), settled.get(1).conditions());
    }
}
