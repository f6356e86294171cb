package io.coxswain.cluster.small;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Service;
import io.coxswain.cluster.Cluster;
import io.coxswain.cluster.MissingArtifactException;
import io.coxswain.error.ForbiddenException;
import java.nio.file.Path;
import java.time.Duration;

/** Says in lines how far it gets. */
public final class SmallProgram {
    private SmallProgram() {}

    public static void main(String[] args) {
        try (Cluster cluster =
                Cluster.builder().worker("web", context -> context.awaitStop()).start()) {
            Service headless = Service.of("web", 80, 8080);
            cluster.apply(
                    Deployment.of("web", 2, Container.of("web", "jvm:web")),
                    headless.withSpec(headless.spec().withClusterIP("None")));
            cluster.await(Deployment.KIND, "web", Deployment::isAvailable, Duration.ofSeconds(30));
            boolean named = Cluster.class.getModule().isNamed();
            System.out.println("available on the " + (named ? "module path" : "class path"));
            System.out.println("port " + cluster.balancer("web").pick().port());
            System.out.println("requests " + cluster.requests());
            manifest(cluster);
            listening(cluster);
        }
    }

    private static void manifest(Cluster cluster) {
        try {
            cluster.apply(Path.of("web.yaml"));
        } catch (MissingArtifactException e) {
            System.out.println(e.artifact() + ": " + e.getMessage());
        }
    }

    private static void listening(Cluster cluster) {
        try {
            cluster.apply(Service.of("listening", 80, 8080));
        } catch (ForbiddenException e) {
            System.out.println(e.getMessage());
        }
    }
}
