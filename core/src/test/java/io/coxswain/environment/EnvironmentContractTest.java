package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Environment} promises. */
abstract class EnvironmentContractTest {

    /** Longer than anything here takes, on however slow a machine: reached only by a failure. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration MOMENT = Duration.ofMillis(2);

    private Environment environment;

    abstract Environment open();

    abstract void close(Environment environment);

    @BeforeEach
    void openIt() {
        environment = open();
    }

    @AfterEach
    void closeIt() {
        close(environment);
    }

    // Serial executors

    @Test
    void serialRunsStepsInTheGivenOrder() {
        Executor serial = environment.serial("s");
        List<Integer> seen = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> serial.execute(() -> seen.add(i)));
        fence(serial);
        assertEquals(IntStream.range(0, 1000).boxed().toList(), seen);
    }

    @Test
    void serialRunsStepGivenByStepAfterThoseGivenBefore() {
        Executor serial = environment.serial("s");
        List<String> seen = new ArrayList<>();
        serial.execute(() -> {
            serial.execute(() -> seen.add("first"));
            serial.execute(() -> seen.add("second"));
            seen.add("outer");
        });
        fence(serial);
        fence(serial);
        assertEquals(List.of("outer", "first", "second"), seen);
    }

    @Test
    void serialNeverRunsTwoStepsAtOnceAndKeepsEachProducersOrder() {
        int producers = 4;
        int perProducer = 5000;
        Executor serial = environment.serial("s");
        Executor workers = environment.workers("w", producers);
        AtomicBoolean inside = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        int[] next = new int[producers];
        AtomicInteger outOfOrder = new AtomicInteger();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            int producer = p;
            CompletableFuture<Void> end = new CompletableFuture<>();
            ends.add(end);
            workers.execute(() -> {
                for (int i = 0; i < perProducer; i++) {
                    int number = i;
                    serial.execute(() -> {
                        count(overlaps, !inside.compareAndSet(false, true));
                        count(outOfOrder, next[producer]++ != number);
                        inside.set(false);
                    });
                }
                serial.execute(() -> end.complete(null));
            });
        }
        environment.await(CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])), LIMIT);
        assertEquals(0, overlaps.get());
        assertEquals(0, outOfOrder.get());
        assertEquals(producers * perProducer, IntStream.of(next).sum());
    }

    @Test
    void serialGoesOnAfterStepThatThrows() {
        Executor serial = environment.serial("s");
        serial.execute(() -> {
            throw new IllegalArgumentException("thrown by a test's step");
        });
        fence(serial);
    }

    @Test
    void busySerialsLeaveTurnsToOthers() {
        AtomicBoolean stop = new AtomicBoolean();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
            Executor busy = environment.serial("busy");
            busy.execute(new Runnable() {
                @Override
                public void run() {
                    if (!stop.get()) {
                        busy.execute(this);
                    }
                }
            });
        }
        try {
            fence(environment.serial("patient"));
        } finally {
            stop.set(true);
        }
    }

    @Test
    void serialsThatWakeEachOtherLeaveTurnsToOthers() {
        AtomicBoolean stop = new AtomicBoolean();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
            Executor ping = environment.serial("ping");
            Executor pong = environment.serial("pong");
            ping.execute(new Runnable() {
                @Override
                public void run() {
                    if (!stop.get()) {
                        pong.execute(() -> ping.execute(this));
                    }
                }
            });
        }
        try {
            fence(environment.serial("patient"));
        } finally {
            stop.set(true);
        }
    }

    @Test
    void stepCanWakeManyOtherSerials() {
        int woken = 100;
        AtomicInteger ran = new AtomicInteger();
        CompletableFuture<Void> all = new CompletableFuture<>();
        List<Executor> others = IntStream.range(0, woken)
                .mapToObj(i -> environment.serial("other-" + i))
                .toList();
        environment
                .serial("s")
                .execute(() ->
                        others.forEach(other -> other.execute(() -> complete(all, ran.incrementAndGet() == woken))));
        environment.await(all, LIMIT);
        assertEquals(woken, ran.get());
    }

    // Workers

    @Test
    void workersRunAsManyTasksAtOnceAsTheLimitSaysAndNoMore() {
        int limit = 3;
        int tasks = 12;
        Executor workers = environment.workers("w", limit);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> full = new CompletableFuture<>();
        CompletableFuture<Void> all = new CompletableFuture<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < tasks; i++) {
            workers.execute(() -> {
                int now = inside.incrementAndGet();
                most.accumulateAndGet(now, Math::max);
                complete(full, now == limit);
                environment.await(gate, LIMIT);
                inside.decrementAndGet();
                complete(all, done.incrementAndGet() == tasks);
            });
        }
        environment.await(full, LIMIT);
        gate.complete(null);
        environment.await(all, LIMIT);
        assertEquals(limit, most.get());
    }

    @Test
    void workersBeginTasksInTheGivenOrder() {
        Executor workers = environment.workers("w", 1);
        List<Integer> begun = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> workers.execute(() -> begun.add(i)));
        fence(workers);
        assertEquals(IntStream.range(0, 1000).boxed().toList(), begun);
    }

    @Test
    void workersGoOnAfterTaskThatThrows() {
        Executor workers = environment.workers("w", 1);
        workers.execute(() -> {
            throw new IllegalArgumentException("thrown by a test's task");
        });
        fence(workers);
    }

    @Test
    void workersRefuseLimitBelowOne() {
        var e = assertThrows(IllegalArgumentException.class, () -> environment.workers("w", 0));
        assertEquals("Workers w: limit: 0: must be at least 1", e.getMessage());
    }

    @Test
    void blockedWorkersStopNeitherStepsNorTimersNorOtherWorkers() {
        int blocked = 4 * Runtime.getRuntime().availableProcessors() + 4;
        Executor workers = environment.workers("blocked", blocked);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> all = new CompletableFuture<>();
        AtomicInteger inside = new AtomicInteger();
        for (int i = 0; i < blocked; i++) {
            workers.execute(() -> {
                complete(all, inside.incrementAndGet() == blocked);
                environment.await(gate, LIMIT);
            });
        }
        environment.await(all, LIMIT);
        Executor serial = environment.serial("s");
        fence(serial);
        fence(environment.workers("others", 1));
        CompletableFuture<Void> timer = new CompletableFuture<>();
        environment.schedule(MOMENT, serial, () -> timer.complete(null));
        environment.await(timer, LIMIT);
        gate.complete(null);
        fence(workers);
    }

    @Test
    void tasksThatWaitForEachOtherMeet() {
        Executor workers = environment.workers("w", 2);
        CompletableFuture<String> ping = new CompletableFuture<>();
        CompletableFuture<String> pong = new CompletableFuture<>();
        workers.execute(() -> pong.complete(environment.await(ping, LIMIT) + " pong"));
        workers.execute(() -> ping.complete("ping"));
        assertEquals("ping pong", environment.await(pong, LIMIT));
    }

    // Timers

    @Test
    void stepsOfTheSameDelayRunInTheOrderInWhichTheyWereScheduled() {
        Executor serial = environment.serial("s");
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            environment.schedule(MOMENT, serial, () -> seen.add(number));
        }
        CompletableFuture<Void> last = new CompletableFuture<>();
        environment.schedule(MOMENT, serial, () -> last.complete(null));
        environment.await(last, LIMIT);
        assertEquals(IntStream.range(0, 100).boxed().toList(), seen);
    }

    @Test
    void stepRunsNotBeforeItsDelayHasPassed() {
        long before = environment.nanoTime();
        CompletableFuture<Long> ran = new CompletableFuture<>();
        environment.schedule(MOMENT, environment.serial("s"), () -> ran.complete(environment.nanoTime()));
        assertTrue(environment.await(ran, LIMIT) - before >= MOMENT.toNanos());
    }

    @Test
    void stepWithoutDelayIsHandedOverAtOnce() {
        Executor serial = environment.serial("s");
        List<String> seen = new ArrayList<>();
        environment.schedule(Duration.ZERO, serial, () -> seen.add("zero"));
        environment.schedule(Duration.ofSeconds(-1), serial, () -> seen.add("negative"));
        serial.execute(() -> seen.add("given"));
        fence(serial);
        assertEquals(List.of("zero", "negative", "given"), seen);
    }

    @Test
    void cancelledStepDoesNotRun() {
        Executor serial = environment.serial("s");
        AtomicBoolean ran = new AtomicBoolean();
        Cancellable cancelled = environment.schedule(Duration.ofDays(400_000), serial, () -> ran.set(true));
        assertTrue(cancelled.cancel());
        assertFalse(cancelled.cancel());
        fence(serial);
        assertFalse(ran.get());
    }

    @Test
    void stepCanBeCancelledWhileItWaitsForItsExecutor() {
        Executor serial = environment.serial("s");
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        serial.execute(() -> cancelled.complete(
                environment.schedule(Duration.ZERO, serial, () -> ran.set(true)).cancel()));
        assertTrue(environment.await(cancelled, LIMIT));
        fence(serial);
        assertFalse(ran.get());
    }

    @Test
    void stepThatHasBegunCanNotBeCancelled() {
        Executor serial = environment.serial("s");
        AtomicReference<Cancellable> self = new AtomicReference<>();
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        serial.execute(() -> self.set(environment.schedule(
                MOMENT, serial, () -> cancelled.complete(self.get().cancel()))));
        assertFalse(environment.await(cancelled, LIMIT));
        assertFalse(self.get().cancel());
    }

    // Waiting

    @Test
    void awaitReturnsTheResult() {
        CompletableFuture<String> later = new CompletableFuture<>();
        environment.serial("s").execute(() -> later.complete("result"));
        assertEquals("result", environment.await(later, LIMIT));
        assertEquals("result", environment.await(later.minimalCompletionStage(), LIMIT));
    }

    @Test
    void awaitThrowsTheFailureItselfWithTheWaitingStack() {
        var failure = new IllegalArgumentException("failure");
        CompletableFuture<String> later = new CompletableFuture<>();
        environment.serial("s").execute(() -> later.completeExceptionally(new CompletionException(failure)));
        var thrown =
                assertThrows(IllegalArgumentException.class, () -> environment.await(later.thenApply(v -> v), LIMIT));
        assertSame(failure, thrown);
        assertEquals(1, thrown.getSuppressed().length);
        StackTraceElement[] stack = thrown.getSuppressed()[0].getStackTrace();
        assertTrue(List.of(stack).stream()
                .anyMatch(frame -> frame.getMethodName().contains("awaitThrowsTheFailureItselfWithTheWaitingStack")));
    }

    @Test
    void failureThatManyWaitForDoesNotGrowWithoutBound() {
        CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalArgumentException("failure"));
        for (int i = 0; i < 100; i++) {
            assertThrows(IllegalArgumentException.class, () -> environment.await(failed, LIMIT));
        }
        var thrown = assertThrows(IllegalArgumentException.class, () -> environment.await(failed, LIMIT));
        assertTrue(thrown.getSuppressed().length <= 8);
    }

    @Test
    void awaitWrapsCheckedFailure() {
        var failure = new IOException("checked");
        CompletableFuture<String> failed = CompletableFuture.failedFuture(failure);
        var thrown = assertThrows(CompletionException.class, () -> environment.await(failed, LIMIT));
        assertSame(failure, thrown.getCause());
    }

    @Test
    void awaitThrowsErrorItself() {
        var failure = new LinkageError("error");
        CompletableFuture<String> failed = CompletableFuture.failedFuture(failure);
        assertSame(failure, assertThrows(LinkageError.class, () -> environment.await(failed, LIMIT)));
    }

    @Test
    void awaitEndsWhenTheLimitPasses() {
        CompletableFuture<String> never = new CompletableFuture<>();
        for (Duration limit : List.of(MOMENT, Duration.ZERO, Duration.ofSeconds(-1))) {
            var thrown = assertThrows(AwaitException.class, () -> environment.await(never, limit));
            assertEquals(AwaitException.Reason.LIMIT_PASSED, thrown.reason());
        }
    }

    @Test
    void awaitOfCompleteStageNeedsNoTime() {
        assertEquals("done", environment.await(CompletableFuture.completedFuture("done"), Duration.ZERO));
    }

    @Test
    void awaitEndsWhenTheThreadIsInterrupted() {
        CompletableFuture<String> never = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        var thrown = assertThrows(AwaitException.class, () -> environment.await(never, LIMIT));
        assertTrue(Thread.interrupted());
        assertEquals(AwaitException.Reason.INTERRUPTED, thrown.reason());
    }

    @Test
    void interruptMeantForOneTaskDoesNotReachTheNext() {
        Executor workers = environment.workers("w", 1);
        workers.execute(() -> Thread.currentThread().interrupt());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        workers.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        assertFalse(environment.await(interrupted, LIMIT));
    }

    @Test
    void stepsMustNotWait() {
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        environment.serial("lease-renewal").execute(() -> {
            try {
                environment.await(new CompletableFuture<String>(), MOMENT);
            } catch (Throwable e) {
                refused.complete(e);
            }
        });
        Throwable e = environment.await(refused, LIMIT);
        assertInstanceOf(IllegalStateException.class, e);
        assertTrue(e.getMessage().contains("lease-renewal"), e.getMessage());
    }

    // Randomness and clocks

    @Test
    void streamsOfDifferentPurposesDiffer() {
        RandomGenerator one = environment.random("one");
        RandomGenerator other = environment.random("other");
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(one.nextLong());
            numbers.add(other.nextLong());
        }
        assertEquals(2000, numbers.size());
    }

    @Test
    void twoUsersOfOnePurposeDoNotDrawTheSameNumbers() {
        assertNotEquals(
                environment.random("names").nextLong(),
                environment.random("names").nextLong());
    }

    @Test
    void streamServesManyThreadsAtOnce() {
        int tasks = 4;
        RandomGenerator random = environment.random("shared");
        Executor workers = environment.workers("w", tasks);
        Executor collector = environment.serial("s");
        Set<Long> numbers = new HashSet<>();
        CompletableFuture<Void> all = new CompletableFuture<>();
        AtomicInteger done = new AtomicInteger();
        for (int t = 0; t < tasks; t++) {
            workers.execute(() -> {
                long[] drawn = random.longs(1000).toArray();
                collector.execute(() -> {
                    for (long number : drawn) {
                        numbers.add(number);
                    }
                    complete(all, done.incrementAndGet() == tasks);
                });
            });
        }
        environment.await(all, LIMIT);
        assertEquals(tasks * 1000, numbers.size());
    }

    @Test
    void uidsAreDistinctVersion4Uuids() {
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String uid = environment.newUid();
            UUID parsed = UUID.fromString(uid);
            assertEquals(uid, parsed.toString());
            assertEquals(4, parsed.version());
            assertEquals(2, parsed.variant());
            uids.add(uid);
        }
        assertEquals(1000, uids.size());
    }

    @Test
    void nanoTimeNeverGoesBack() {
        long last = environment.nanoTime();
        for (int i = 0; i < 1000; i++) {
            long now = environment.nanoTime();
            assertTrue(now - last >= 0);
            last = now;
        }
    }

    /** Waits until the executor has run all that it was given before. */
    private void fence(Executor executor) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        executor.execute(() -> reached.complete(null));
        environment.await(reached, LIMIT);
    }

    private static void count(AtomicInteger counter, boolean event) {
        if (event) {
            counter.incrementAndGet();
        }
    }

    private static void complete(CompletableFuture<Void> future, boolean now) {
        if (now) {
            future.complete(null);
        }
    }
}
