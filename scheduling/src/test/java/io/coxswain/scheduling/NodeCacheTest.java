package io.coxswain.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.NodeSpec;
import io.coxswain.api.core.v1.NodeStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.scheduling.framework.NodeInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeCacheTest {
    private final NodeCache cache = new NodeCache();

    @Test
    void podsOfANodeThatIsNotKnownYetAreThereWhenItComes() {
        cache.put(pod("web"), "n1");
        assertEquals(List.of(), cache.snapshot());

        cache.put(node("n1"));

        assertEquals(List.of("n1: [web]"), contents());
    }

    @Test
    void podThatMovesIsOnOneNodeOnly() {
        cache.put(node("n1"));
        cache.put(node("n2"));
        cache.put(pod("web"), "n1");

        cache.put(pod("web"), "n2");

        assertEquals(List.of("n1: []", "n2: [web]"), contents());
    }

    @Test
    void removedPodIsOnNoNode() {
        cache.put(node("n1"));
        cache.put(pod("web"), "n1");

        assertTrue(cache.removePod(pod("web").key()));
        assertFalse(cache.removePod(pod("web").key()));

        assertEquals(List.of("n1: []"), contents());
    }

    @Test
    void snapshotIsMadeAnewOnlyForNodesThatChanged() {
        cache.put(node("n1"));
        cache.put(node("n2"));
        List<NodeInfo> before = cache.snapshot();
        assertSame(before, cache.snapshot());

        cache.put(pod("web"), "n2");

        assertSame(before.get(0), cache.snapshot().get(0));
        assertNotSame(before.get(1), cache.snapshot().get(1));
        assertEquals(0, before.get(1).pods().size(), "an old snapshot stays as it was");
    }

    @Test
    void nodesAreInTheOrderOfTheirNames() {
        cache.put(node("b"));
        cache.put(node("c"));
        cache.put(node("a"));
        cache.removeNode("c");

        assertEquals(List.of("a: []", "b: []"), contents());
    }

    private List<String> contents() {
        return cache.snapshot().stream()
                .map(info -> info.name() + ": "
                        + info.pods().stream().map(pod -> pod.metadata().name()).toList())
                .toList();
    }

    private static Node node(String name) {
        return new Node(ObjectMeta.named(name), NodeSpec.EMPTY, NodeStatus.EMPTY);
    }

    private static Pod pod(String name) {
        return new Pod(ObjectMeta.named("default", name), PodSpec.EMPTY, PodStatus.EMPTY);
    }
}
