package io.coxswain.balancing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** On real threads, as the counters are divided by them. */
class RoundRobinStripesTest {
    private static final int THREADS = 4;
    private static final int PICKS = 20_000;
    private static final int PODS = 7;

    @Test
    void manyThreadsTogetherPickEvenly() {
        Environment environment = Environment.system();
        Balancer balancer = new Balancer(
                ResourceKey.of("shop", "site"),
                null,
                BalancingPolicy.roundRobin(),
                Locality.NOWHERE,
                environment,
                DrainBarrier.create(environment).register("test"),
                any -> {});
        balancer.apply(List.of(Slices.readyUpTo(PODS)), TrafficPolicy.CLUSTER, 1);
        Executor threads = environment.workers("picking", THREADS);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            done.add(CompletableFuture.runAsync(() -> pick(balancer), threads));
        }
        environment.await(CompletableFuture.allOf(done.toArray(CompletableFuture<?>[]::new)), Duration.ofSeconds(30));

        long total = balancer.candidates().stream().mapToLong(Backend::total).sum();
        long most =
                balancer.candidates().stream().mapToLong(Backend::total).max().orElseThrow();
        long fewest =
                balancer.candidates().stream().mapToLong(Backend::total).min().orElseThrow();
        assertEquals((long) THREADS * PICKS, total);
        assertTrue(most - fewest <= 2L * environment.parallelism(), fewest + " to " + most);
    }

    private static void pick(Balancer balancer) {
        for (int i = 0; i < PICKS; i++) {
            balancer.begin().end();
        }
    }
}
