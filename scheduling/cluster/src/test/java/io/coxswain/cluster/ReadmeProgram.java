package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Service;
import java.time.Duration;

/** The README's first program, word for word. */
// region README
class ReadmeProgram {
    public static void main(String[] args) {
        try (Cluster cluster =
                Cluster.builder().worker("web", context -> context.awaitStop()).start()) {
            cluster.apply(Deployment.of("web", 3, Container.of("web", "jvm:web")), Service.of("web", 80, 8080));
            cluster.await(Deployment.KIND, "web", Deployment::isAvailable, Duration.ofSeconds(30));
            System.out.println(
                    "a request would go to " + cluster.balancer("web").pick());
        }
    }
}
// endregion
