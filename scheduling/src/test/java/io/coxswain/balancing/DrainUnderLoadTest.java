package io.coxswain.balancing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.Drained;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/**
 * On real threads: requests begin and end while endpoints come and go, and none is at work at a pod between the barrier's
 * answer and the pod's return. The interleavings are covered one by one in core's {@code DrainProtocolTest}; this
 * one runs the real classes together.
 */
class DrainUnderLoadTest {
    private static final int THREADS = 3;
    private static final int PODS = 3;
    private static final int ROUNDS = 2_000;
    private static final int LOOKS = 100;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Environment environment = Environment.system();
    private final DrainBarrier barrier = DrainBarrier.create(environment);
    private final DrainBarrier.Participant participant = barrier.register("test");
    private final Balancer balancer = new Balancer(
            ResourceKey.of("shop", "site"),
            null,
            BalancingPolicy.leastRequest(),
            Locality.NOWHERE,
            environment,
            participant,
            any -> {});
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicIntegerArray atWork = new AtomicIntegerArray(PODS + 1);

    @Test
    void noRequestIsAtWorkAtADrainedPod() {
        apply(1, 0);
        Executor threads = environment.workers("requests", THREADS);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(CompletableFuture.runAsync(this::requests, threads));
        }
        long revision = 1;
        for (int round = 0; round < ROUNDS; round++) {
            int pod = 1 + round % PODS;
            apply(++revision, pod);
            Drained answer =
                    environment.await(barrier.drained(ResourceKey.of("shop", "site-" + pod), revision, LIMIT), LIMIT);
            assertEquals(new Drained(true, 0), answer);
            for (int i = 0; i < LOOKS; i++) {
                assertEquals(0, atWork.get(pod));
            }
            apply(++revision, 0);
        }
        stop.set(true);
        environment.await(CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)), LIMIT);

        assertEquals(0, balancer.candidates().stream().mapToLong(Backend::open).sum());
    }

    /** All pods are ready but one; 0 for none. */
    private void apply(long revision, int without) {
        int[] pods = java.util.stream.IntStream.rangeClosed(1, PODS)
                .filter(pod -> pod != without)
                .toArray();
        balancer.apply(List.of(Slices.ready(pods)), TrafficPolicy.CLUSTER, revision);
        participant.applied(revision);
    }

    private void requests() {
        while (!stop.get()) {
            Backend backend = balancer.begin();
            int pod = Integer.parseInt(backend.endpoint().pod().name().substring("site-".length()));
            atWork.incrementAndGet(pod);
            atWork.decrementAndGet(pod);
            backend.end();
        }
    }
}
