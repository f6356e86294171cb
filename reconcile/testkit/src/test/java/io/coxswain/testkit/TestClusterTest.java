package io.coxswain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Container;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestClusterTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void awaitsWhatAnObjectIsToBeLike() {
        try (TestCluster cluster = TestCluster.start()) {
            cluster.client().create(Deployment.of("web", 2, Container.of("web", "process:web")));

            Deployment web = cluster.await(Deployment.KIND, "web", Deployment::isAvailable, LIMIT);
            cluster.client().delete(Deployment.KIND, "web");
            cluster.awaitDeleted(Deployment.KIND, "web", LIMIT);

            assertEquals(2, web.status().readyReplicas());
            cluster.await(
                    "its sets are gone",
                    () -> cluster.client().list(ReplicaSet.KIND).equals(List.of()),
                    LIMIT);
        }
    }

    @Test
    void saysHowTheObjectIsInstead() {
        try (TestCluster cluster = TestCluster.start()) {
            String absent = assertThrows(
                            AssertionError.class,
                            () -> cluster.await(Deployment.KIND, "web", Deployment::isAvailable, LIMIT))
                    .getMessage();
            cluster.client().create(Deployment.of("web", 2, Container.of("web", "process:web")));
            String there = assertThrows(AssertionError.class, () -> cluster.awaitDeleted(Deployment.KIND, "web", LIMIT))
                    .getMessage();

            assertTrue(
                    absent.startsWith("not within PT1M: Deployment web is as awaited, but it isn't there\n"), absent);
            assertTrue(there.startsWith("not within PT1M: Deployment web is gone, but it is Deployment["), there);
            assertTrue(there.contains("Pod default/web-"), there);
        }
    }
}
