package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.environment.Environment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static int greed(int times) {
        return new long[Integer.MAX_VALUE / 2 * times].length;
    }

    @Test
    void clusterStopsAndSaysWhy() {
        try (Cluster cluster = Cluster.builder()
                .worker("idle", context -> context.awaitStop())
                .worker("greedy", context -> context.log("got " + greed(2)))
                .start()) {
            cluster.apply(Deployment.of("calm", 2, Container.of("c", "jvm:idle")));
            cluster.await(Deployment.KIND, "calm", Deployment::isAvailable, LIMIT);
            cluster.apply(Deployment.of("greedy", 1, Container.of("c", "jvm:greedy")));
            assertThrows(OutOfMemoryError.class, () -> Environment.system().await(cluster.closed(), LIMIT));
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> cluster.apply(Deployment.of("c", 1, Container.of("c", "jvm:c"))));
            assertTrue(
                    refused.getMessage().startsWith("the cluster has stopped by itself: java.lang.OutOfMemoryError"));
            assertEquals(OutOfMemoryError.class, refused.getCause().getClass());
        }
    }
}
