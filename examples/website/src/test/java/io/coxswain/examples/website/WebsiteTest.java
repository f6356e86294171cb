package io.coxswain.examples.website;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationTest;
import io.coxswain.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The controller in a simulation: the real control plane, models of workers, virtual time. */
class WebsiteTest {
    // region README FIRST TESTING
    @SimulationTest(runs = 200)
    void websitesConverge(Simulation sim) {
        sim.controller(WebsiteReconciler.controller());
        sim.workload(w -> w.create(website("shop", 3))
                .delete(Website.KIND, "shop")
                .create(website("shop", 2))
                .edit(Website.KIND, "shop", site -> new Website(site.metadata(), new Website.Spec(1), site.status())));
        sim.eventuallyStable(
                "replicas as asked",
                state -> state.list(Website.KIND).stream()
                        .allMatch(site -> state.find(Deployment.KIND, site.key())
                                .filter(made ->
                                        made.spec().replicas() == site.spec().replicas())
                                .isPresent()));
    }
    // endregion

    // region TESTING
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void replicasComeBackWithTheirNode(long seed) {
        try (TestCluster cluster = TestCluster.builder()
                .seed(seed)
                .nodes("a", "b")
                .controller(WebsiteReconciler.controller())
                .start()) {
            cluster.client().create(website("shop", 3));
            cluster.await(Website.KIND, "shop", site -> site.status().readyReplicas() == 3, Duration.ofSeconds(10));
            cluster.node("a").crash();
            cluster.await(Website.KIND, "shop", site -> site.status().readyReplicas() < 3, Duration.ofMinutes(2));
            cluster.node("a").start();
            cluster.await(Website.KIND, "shop", site -> site.status().readyReplicas() == 3, Duration.ofMinutes(1));
            cluster.client().delete(Website.KIND, "shop");
            cluster.awaitDeleted(Deployment.KIND, "shop", Duration.ofMinutes(1));
        }
    }
    // endregion

    // region FIRST
    private static Website website(String name, int replicas) {
        return new Website(ObjectMeta.named("default", name), new Website.Spec(replicas), new Website.Status(0));
    }
    // endregion
}
