package io.coxswain.examples.website;

import io.coxswain.cluster.Cluster;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a Website from a manifest. */
// region FIRST
final class WebsiteProgram {
    public static void main(String[] args) {
        try (Cluster cluster = Cluster.builder()
                .controller(WebsiteReconciler.controller())
                .worker("web", context -> context.awaitStop())
                .start()) {
            System.out.println(cluster.apply(Path.of(args[0])));
            Website shop = cluster.await(
                    Website.KIND, "shop", site -> site.status().readyReplicas() == 2, Duration.ofSeconds(30));
            System.out.println(shop.status());
        }
    }
}
// endregion
