package io.coxswain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.WatchEvent;
import io.coxswain.resource.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What holds at every commit of a Deployment's life. */
final class Safety {
    private final Map<ResourceKey, Pod> pods = new LinkedHashMap<>();
    private final Map<ResourceKey, ReplicaSet> sets = new LinkedHashMap<>();
    private long observed;
    private int fewest;
    private int surge;
    private int most;

    Safety(TestCluster cluster) {
        cluster.always(Pod.KIND, this::pod);
        cluster.always(ReplicaSet.KIND, this::set);
        cluster.always(Deployment.KIND, this::deployment);
    }

    void beginWith(int replicas, int maxSurge) {
        surge = maxSurge;
        askForUpTo(replicas);
    }

    /** From now on so many pods are available. */
    void keepAvailable(int count) {
        fewest = count;
    }

    /** From now on the sets ask for no more pods together than so many and the surge. */
    void askForUpTo(int replicas) {
        most = replicas + surge;
    }

    private void pod(WatchEvent<Pod> event) {
        Pod now = event.object();
        Pod before = event.type() == WatchEvent.Type.DELETED ? pods.remove(now.key()) : pods.put(now.key(), now);
        if (before != null && !before.spec().nodeName().isEmpty()) {
            assertEquals(before.spec().nodeName(), now.spec().nodeName(), () -> "node of pod " + now.key());
        }
        long available = pods.values().stream()
                .filter(pod -> pod.isReady() && !pod.metadata().isDeleting())
                .count();
        assertTrue(
                available >= fewest,
                () -> "available pods at revision " + event.revision() + ": " + available + ": must be at least "
                        + fewest);
    }

    private void set(WatchEvent<ReplicaSet> event) {
        ReplicaSet now = event.object();
        if (event.type() == WatchEvent.Type.DELETED) {
            sets.remove(now.key());
        } else {
            sets.put(now.key(), now);
        }
        int asked = 0;
        for (ReplicaSet set : sets.values()) {
            Integer size = set.spec().replicas();
            asked += size == null ? 1 : size;
        }
        int all = asked;
        assertTrue(
                all <= most,
                () -> "pods that the sets ask for at revision " + event.revision() + ": " + all + ": must be at most "
                        + most);
    }

    private void deployment(WatchEvent<Deployment> event) {
        long now = event.object().status().observedGeneration();
        assertTrue(now >= observed, () -> "observedGeneration fell from " + observed + " to " + now);
        observed = now;
    }
}
