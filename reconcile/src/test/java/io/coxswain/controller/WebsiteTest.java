package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The design's example, end to end. */
class WebsiteTest {
    private final World world = new World();
    private final Manager manager = Manager.builder(world.client(), world.environment())
            .add(WebsiteReconciler.controller())
            .build();

    @BeforeEach
    void start() {
        world.environment().await(manager.start(), Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        manager.close();
        world.close();
    }

    @Test
    void websiteGetsDeploymentThatItControls() {
        Website site = world.user().create(Website.of("a", 3));
        world.run();

        Deployment deployment = world.user().get(Deployment.KIND, "a");
        assertEquals(3, deployment.spec().replicas());
        assertEquals(
                List.of(new OwnerReference(
                        "example.com/v1",
                        "Website",
                        "a",
                        true,
                        true,
                        site.metadata().uid())),
                deployment.metadata().ownerReferences());
    }

    @Test
    void changeOfTheWebsiteReachesTheDeployment() {
        world.user().create(Website.of("a", 3));
        world.run();
        world.user().patch(Website.KIND, Website.key("a"), site -> site.withReplicas(5));
        world.run();

        assertEquals(5, world.user().get(Deployment.KIND, "a").spec().replicas());
    }

    @Test
    void changeOfTheDeploymentReachesTheStatus() {
        world.user().create(Website.of("a", 3));
        world.run();
        Deployment deployment = world.user().get(Deployment.KIND, "a");
        world.user().updateStatus(deployment.withStatus(deployment.status().withReadyReplicas(2)));
        world.run();

        assertEquals(2, world.user().get(Website.KIND, "a").status().readyReplicas());
    }

    @Test
    void deletedDeploymentComesBack() {
        world.user().create(Website.of("a", 3));
        world.run();
        world.user().delete(Deployment.KIND, Website.key("a"));
        world.run();

        assertTrue(world.user().find(Deployment.KIND, Website.key("a")).isPresent());
    }

    @Test
    void settledWorldIsLeftAlone() {
        world.user().create(Website.of("a", 3));
        world.run();
        long settled = world.store().revision();
        for (int i = 0; i < 5; i++) {
            manager.trigger("website", Website.key("a"));
            world.advance(Duration.ofMinutes(1));
        }

        assertEquals(settled, world.store().revision());
        assertTrue(manager.metrics("website").reconciles() >= 6);
        assertEquals(0, manager.metrics("website").failures());
        assertEquals(List.of(), manager.health().reasons());
    }
}
