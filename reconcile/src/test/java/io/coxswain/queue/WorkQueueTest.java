package io.coxswain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.simulated.SimulatedEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final AtomicInteger ready = new AtomicInteger();
    private final WorkQueue<String> queue =
            WorkQueue.create("test", environment, RateLimiter.standard(), ready::incrementAndGet);

    @AfterEach
    void end() {
        environment.close();
    }

    @Test
    void listenerIsToldOncePerKeyThatBecomesReady() {
        queue.add("a");
        queue.add("a");
        queue.add("b");
        assertEquals(2, ready.get());

        queue.tryTake();
        queue.add("a");
        assertEquals(2, ready.get(), "a is in progress, so it isn't ready");
        queue.done("a");
        assertEquals(3, ready.get());
    }

    @Test
    void normalGoesBeforeLow() {
        queue.add("low", Priority.LOW, 0);
        queue.add("normal");

        assertEquals("normal", queue.tryTake());
        assertEquals("low", queue.tryTake());
    }

    @Test
    void addRaisesPriorityAndNeverLowersIt() {
        queue.add("first", Priority.LOW, 0);
        queue.add("raised", Priority.LOW, 0);
        queue.add("normal");
        queue.add("raised");
        queue.add("normal", Priority.LOW, 0);

        assertEquals(List.of("normal", "raised", "first"), takeAll());
        assertEquals(0, queue.depth());
    }

    @Test
    void hasReadyWhileThereIsSomethingToTake() {
        assertFalse(queue.hasReady());
        queue.add("a", Priority.LOW, 0);
        queue.add("b");
        assertTrue(queue.hasReady());
        queue.tryTake();
        assertTrue(queue.hasReady());
        queue.tryTake();
        assertFalse(queue.hasReady());
        queue.add("b");
        assertFalse(queue.hasReady(), "b is in progress");
        queue.done("b");
        assertTrue(queue.hasReady());
    }

    @Test
    void priorityRaisedInProgressCountsForTheNextRun() {
        queue.add("a", Priority.LOW, 0);
        queue.tryTake();
        queue.add("b", Priority.LOW, 0);
        queue.add("a", Priority.LOW, 0);
        queue.add("a");
        queue.done("a");

        assertEquals("a", queue.tryTake());
    }

    @Test
    void lowIsTakenAfterBoundedNumberOfNormalOnes() {
        queue.add("low", Priority.LOW, 0);
        int before = 0;
        for (int i = 0; i < 100; i++) {
            queue.add("n" + i);
            queue.add("m" + i);
            if ("low".equals(queue.tryTake())) {
                break;
            }
            before++;
        }

        assertEquals(WorkQueue.LOW_WAITS_FOR, before);
    }

    @Test
    void stalePlaceOfRaisedKeyDoesNotSpendTheTurnOfLowOnes() {
        queue.add("raised", Priority.LOW, 0);
        queue.add("low", Priority.LOW, 0);
        queue.add("raised");
        for (int i = 0; i < WorkQueue.LOW_WAITS_FOR; i++) {
            queue.add("n" + i);
        }
        List<String> order = takeAll();

        assertTrue(order.indexOf("low") <= WorkQueue.LOW_WAITS_FOR, order.toString());
    }

    @Test
    void triggersAreThoseOfTheRunInProgress() {
        queue.add("a", Priority.NORMAL, 7);
        queue.add("a", Priority.NORMAL, 9);
        queue.tryTake();
        queue.add("a", Priority.NORMAL, 12);
        assertEquals(List.of(7L, 9L), queue.triggers("a"));

        queue.done("a");
        queue.tryTake();
        assertEquals(List.of(12L), queue.triggers("a"));
    }

    @Test
    void triggersAreBoundedAndKeepTheNewest() {
        for (long revision = 1; revision <= 100; revision++) {
            queue.add("a", Priority.NORMAL, revision);
        }
        queue.tryTake();

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 100L), queue.triggers("a"));
    }

    @Test
    void shutdownIsCompleteWhenNothingIsReadyOrInProgress() {
        queue.add("a");
        queue.add("b");
        queue.tryTake();
        CompletableFuture<Void> drained = queue.shutDown().toCompletableFuture();
        queue.done("a");
        assertFalse(drained.isDone());

        assertEquals("b", queue.tryTake());
        assertFalse(drained.isDone());
        queue.done("b");
        assertTrue(drained.isDone());
        assertFalse(queue.add("c"));
        assertNull(queue.tryTake());
    }

    @Test
    void shutdownOfEmptyQueueIsCompleteAtOnce() {
        queue.addAfter("a", Duration.ofSeconds(1));

        assertTrue(queue.shutDown().toCompletableFuture().isDone());
        environment.advance(Duration.ofSeconds(2));
        assertEquals(0, queue.depth());
    }

    @Test
    void oneTimerServesManyDelays() {
        for (int i = 100; i > 0; i--) {
            queue.addAfter("k" + i, Duration.ofMillis(i));
        }
        environment.advance(Duration.ofMillis(50));
        assertEquals(50, queue.depth());
        assertEquals("k1", queue.tryTake());
        assertEquals(50, queue.metrics().delayed());
    }

    @Test
    void metricsCountWhatHappened() {
        queue.add("a");
        queue.addRateLimited("b");
        environment.advance(Duration.ofSeconds(2));
        queue.tryTake();
        environment.advance(Duration.ofSeconds(3));

        QueueMetrics now = queue.metrics();
        assertEquals(1, now.depth());
        assertEquals(1, now.processing());
        assertEquals(2, now.adds());
        assertEquals(1, now.retries());
        assertEquals(1, now.taken());
        assertEquals(Duration.ofSeconds(2), now.waited());
        assertEquals(Duration.ofSeconds(3), now.longestRunning());
        queue.done("a");
        assertEquals(Duration.ofSeconds(3), queue.metrics().worked());
        assertEquals(Duration.ZERO, queue.metrics().unfinished());
        assertEquals("queue test: 1 ready, 0 in progress, 0 delayed", queue.toString());
    }

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (String key = queue.tryTake(); key != null; key = queue.tryTake()) {
            taken.add(key);
        }
        return taken;
    }
}
