package io.coxswain.examples.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.cluster.Cluster;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.json.DynamicKinds;
import io.coxswain.json.DynamicResource;
import io.coxswain.json.ManifestException;
import io.coxswain.resource.Kind;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same controller for the same kind, which is registered from YAML and has no record. */
class YamlWebsiteTest {
    // region FIRST
    static final Kind<DynamicResource> WEBSITE =
            DynamicKinds.read(Path.of("src/test/resources/website-definition.yaml"));

    static ControllerSpec<DynamicResource> controller() {
        return Controller.of(WEBSITE, () -> YamlWebsiteTest::reconcile).owns(Deployment.KIND);
    }

    static Outcome reconcile(DynamicResource site, Context<DynamicResource> context) {
        int replicas = (int) site.number("spec.replicas");
        Deployment made =
                context.apply(Deployment.of(site.metadata().name(), replicas, Container.of("web", "jvm:web")));
        context.updateStatus(site.with("status.readyReplicas", made.status().readyReplicas()));
        return Outcome.done();
    }
    // endregion

    @SimulationTest(runs = 100)
    void websitesFromYamlConverge(Simulation sim) {
        DynamicResource shop = DynamicResource.named(WEBSITE, "shop").withMetadata(ObjectMeta.named("default", "shop"));
        sim.controller(controller());
        sim.workload(w ->
                w.create(shop.with("spec.replicas", 3)).edit(WEBSITE, "shop", site -> site.with("spec.replicas", 1)));
        sim.eventuallyStable(
                "replicas as asked",
                state -> state.list(WEBSITE).stream()
                        .allMatch(site -> state.find(Deployment.KIND, site.key())
                                .map(made -> made.spec().replicas() == site.number("spec.replicas"))
                                .orElse(false)));
    }

    @Test
    void websitesFromYamlRun(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shop.yaml");
        try (Cluster cluster = Cluster.builder()
                .controller(controller())
                .worker("web", context -> context.awaitStop())
                .start()) {
            Files.writeString(file, shop("replicas: many"), StandardCharsets.UTF_8);
            ManifestException refused = assertThrows(ManifestException.class, () -> cluster.apply(file));
            assertTrue(
                    refused.getMessage()
                            .endsWith(
                                    "shop.yaml:4: Website shop: spec.replicas: Invalid value: \"many\": must be a whole number"),
                    refused.getMessage());
            Files.writeString(file, shop("replicas: 2"), StandardCharsets.UTF_8);
            assertEquals("website/shop created", cluster.apply(file).toString());
            cluster.await(WEBSITE, "shop", site -> site.number("status.readyReplicas") == 2, Duration.ofSeconds(30));
        }
    }

    private static String shop(String spec) {
        return "apiVersion: example.com/v1\nkind: Website\nmetadata: {name: shop}\nspec: {" + spec + "}\n";
    }
}
