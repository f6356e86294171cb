package io.coxswain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Real threads add and take at the same time. */
class WorkQueueStressTest {
    private static final int KEYS = 16;
    private static final int PRODUCERS = 3;
    private static final int CONSUMERS = 3;
    private static final int ADDS = 40_000;

    private final Environment environment = Environment.system();
    private final Executor consumers = environment.workers("consumers", CONSUMERS);
    private final AtomicIntegerArray added = new AtomicIntegerArray(KEYS);
    private final AtomicIntegerArray seen = new AtomicIntegerArray(KEYS);
    private final AtomicIntegerArray inside = new AtomicIntegerArray(KEYS);
    private final AtomicInteger overlaps = new AtomicInteger();
    private final WorkQueue<Integer> queue =
            WorkQueue.create("stress", environment, RateLimiter.standard(), () -> consumers.execute(this::consume));

    @Test
    void noAddIsLostAndNoKeyIsProcessedTwiceAtOnce() {
        Executor producers = environment.workers("producers", PRODUCERS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            int seed = i;
            all.add(CompletableFuture.runAsync(() -> produce(seed), producers));
        }
        environment.await(
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenCompose(done -> queue.shutDown()),
                Duration.ofMinutes(1));

        assertEquals(0, overlaps.get());
        for (int key = 0; key < KEYS; key++) {
            assertEquals(added.get(key), seen.get(key), "key " + key + ": its last add was followed by no run");
        }
        assertEquals(0, queue.depth());
        assertTrue(queue.metrics().taken() > 0);
        assertEquals(queue.metrics().adds(), queue.metrics().taken());
    }

    private void produce(int seed) {
        for (int i = 0; i < ADDS; i++) {
            int key = (i * 31 + seed * 7) % KEYS;
            added.incrementAndGet(key);
            queue.add(key, i % 3 == 0 ? Priority.LOW : Priority.NORMAL, i);
        }
    }

    private void consume() {
        Integer key = queue.tryTake();
        if (key == null) {
            return;
        }
        if (inside.incrementAndGet(key) != 1) {
            overlaps.incrementAndGet();
        }
        int now = added.get(key);
        seen.accumulateAndGet(key, now, Math::max);
        inside.decrementAndGet(key);
        queue.done(key);
    }
}
