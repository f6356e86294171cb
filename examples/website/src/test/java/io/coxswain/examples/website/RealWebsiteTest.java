package io.coxswain.examples.website;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.cluster.Cluster;
import io.coxswain.environment.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controller in a real cluster, with a Website from YAML. */
class RealWebsiteTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path shop(int replicas) throws IOException {
        return Files.writeString(folder.resolve("shop.yaml"), """
                apiVersion: example.com/v1
                kind: Website
                metadata: {name: shop}
                spec: {replicas: %d}
                """.formatted(replicas), StandardCharsets.UTF_8);
    }

    @Test
    void websiteIsMadeScaledAndDeletedWithWhatItOwns() throws IOException {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        AtomicInteger ends = new AtomicInteger();
        try (Cluster cluster = Cluster.builder()
                .controller(WebsiteReconciler.controller())
                .worker("web", context -> {
                    context.awaitStop();
                    if (ends.incrementAndGet() == 2) {
                        ended.complete(true);
                    }
                })
                .start()) {
            assertEquals("website/shop created", cluster.apply(shop(2)).toString());
            cluster.await(Website.KIND, "shop", site -> site.status().readyReplicas() == 2, LIMIT);
            assertEquals("website/shop unchanged", cluster.apply(shop(2)).toString());
            assertEquals("website/shop configured", cluster.apply(shop(1)).toString());
            cluster.await(Website.KIND, "shop", site -> site.status().readyReplicas() == 1, LIMIT);
            assertEquals(1, cluster.client().get(Deployment.KIND, "shop").spec().replicas());
            cluster.client().delete(Website.KIND, "shop");
            Environment.system().await(ended, LIMIT);
        }
    }
}
