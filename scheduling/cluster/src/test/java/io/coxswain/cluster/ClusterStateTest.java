package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.node.runtime.jvm.JvmWorker;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.disk.DiskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose objects are in a folder, ended and started again. */
class ClusterStateTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Resource<?>[] APPLIED = {
        Deployment.of("web", 2, Container.of("web", "jvm:web")), Service.of("web", 80, 8080)
    };

    @TempDir
    private Path folder;

    private ClusterBuilder described(JvmWorker web) {
        return Cluster.builder().store(DiskStore.at(folder.resolve("state"))).worker("web", web);
    }

    private static void awaitAvailable(Cluster cluster) {
        cluster.await(Deployment.KIND, "web", Deployment::isAvailable, LIMIT);
    }

    private static List<String> uids(Cluster cluster) {
        return cluster.client().list(Pod.KIND).stream()
                .map(pod -> pod.metadata().uid())
                .toList();
    }

    private static Service service(Cluster cluster) {
        return cluster.client().get(Service.KIND, ResourceKey.of("default", "web"));
    }

    @Test
    void podsOfAnEarlierRunAreStartedAgain() {
        List<String> before;
        try (Cluster cluster = described(context -> context.awaitStop()).start()) {
            cluster.apply(APPLIED);
            awaitAvailable(cluster);
            before = uids(cluster);
        }
        try (Cluster cluster = described(context -> context.awaitStop()).start()) {
            awaitAvailable(cluster);
            assertEquals(before, uids(cluster));
            assertEquals(
                    "deployment/web unchanged\nservice/web unchanged",
                    cluster.apply(APPLIED).toString());
            cluster.client()
                    .list(Pod.KIND)
                    .forEach(pod -> assertEquals(
                            1, pod.status().containerStatuses().get(0).restartCount(), pod::toString));
        }
    }

    @Test
    void nothingIsReadyOfAnEarlierRun() {
        try (Cluster cluster = described(context -> context.awaitStop()).start()) {
            cluster.apply(APPLIED);
            awaitAvailable(cluster);
            assertTrue(cluster.balancer("web").tryPick() != null);
        }
        // without a worker to start: one that fails would be ready until it does
        try (Cluster cluster =
                Cluster.builder().store(DiskStore.at(folder.resolve("state"))).start()) {
            Deployment web = cluster.client().get(Deployment.KIND, ResourceKey.of("default", "web"));
            assertFalse(web.isAvailable(), web::toString);
            assertEquals(0, web.status().readyReplicas());
            assertNull(cluster.balancer("web").tryPick());
        }
    }

    @Test
    void servicesMoveToTheAddressesOfTheCluster() {
        String uid;
        try (Cluster cluster = described(context -> context.awaitStop()).start()) {
            cluster.apply(APPLIED);
            uid = service(cluster).metadata().uid();
        }
        try (Cluster cluster =
                described(context -> context.awaitStop()).loopbackOnly().start()) {
            Service moved = service(cluster);
            assertEquals("127.0.0.1", moved.spec().clusterIP());
            assertEquals(List.of("127.0.0.1"), moved.spec().clusterIPs());
            assertNotEquals(80, ServedPorts.of(moved, 80));
            assertEquals(uid, moved.metadata().uid());
            assertTrue(cluster.apply(APPLIED).toString().contains("service/web unchanged"));
        }
        try (Cluster cluster = described(context -> context.awaitStop()).start()) {
            Service back = service(cluster);
            assertNotEquals("127.0.0.1", back.spec().clusterIP());
            assertTrue(cluster.apply(APPLIED).toString().contains("service/web unchanged"));
        }
    }
}
