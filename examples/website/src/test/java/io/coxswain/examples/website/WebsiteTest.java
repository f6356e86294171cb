package io.coxswain.examples.website;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The controller in a simulation: the real control plane, models of workers, virtual time. */
class WebsiteTest {
    // region README
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void replicasComeBackWithTheirNode(long seed) {
        try (TestCluster cluster = TestCluster.builder()
                .seed(seed)
                .nodes("a", "b")
                .controller(WebsiteReconciler.controller())
                .start()) {
            cluster.client().create(website("shop", 3));
            cluster.await("3 ready", () -> ready(cluster) == 3, Duration.ofSeconds(10));
            cluster.node("a").crash();
            cluster.await("some lost", () -> ready(cluster) < 3, Duration.ofMinutes(2));
            cluster.node("a").start();
            cluster.await("3 again", () -> ready(cluster) == 3, Duration.ofMinutes(1));
        }
    }
    // endregion

    private static Website website(String name, int replicas) {
        return new Website(ObjectMeta.named("default", name), new Website.Spec(replicas), new Website.Status(0));
    }

    private static int ready(TestCluster cluster) {
        return cluster.client().get(Website.KIND, "shop").status().readyReplicas();
    }
}
