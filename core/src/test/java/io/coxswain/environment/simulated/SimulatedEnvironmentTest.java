package io.coxswain.environment.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulationError.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Virtual time, the schedule, and what a run reports when it can't go on. */
final class SimulatedEnvironmentTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Real time: short, but long enough for a slow machine to get into the code that blocks. */
    private static final Duration BLOCKING_LIMIT = Duration.ofMillis(400);

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(42);

    @AfterEach
    void close() {
        environment.close();
    }

    // Time

    @Test
    void timeStandsStillWhileSomethingCanHappen() {
        Executor serial = environment.serial("s");
        Instant start = environment.now();
        environment.schedule(SECOND, serial, () -> {});
        serial.execute(() -> {});
        environment.run();
        assertEquals(start, environment.now());
        assertEquals(1, environment.actions());
    }

    @Test
    void advanceRunsTimersInTheirOrderUpToAndIncludingItsEnd() {
        Executor serial = environment.serial("s");
        List<String> seen = new ArrayList<>();
        environment.schedule(Duration.ofSeconds(3), serial, () -> seen.add("3 s"));
        environment.schedule(Duration.ofSeconds(1), serial, () -> seen.add("1 s"));
        environment.schedule(Duration.ofSeconds(2), serial, () -> seen.add("2 s"));
        environment.schedule(Duration.ofMillis(2001), serial, () -> seen.add("too late"));
        long before = environment.nanoTime();
        environment.advance(Duration.ofSeconds(2));
        assertEquals(List.of("1 s", "2 s"), seen);
        assertEquals(Duration.ofSeconds(2).toNanos(), environment.nanoTime() - before);
    }

    @Test
    void advancePassesTimeWithNothingToDo() {
        environment.advance(HOUR);
        assertEquals(Instant.parse("2026-01-01T01:00:00Z"), environment.now());
    }

    @Test
    void runUntilStopsAsSoonAsTheConditionHolds() {
        Executor serial = environment.serial("s");
        List<Integer> seen = new ArrayList<>();
        repeat(SECOND, serial, () -> seen.add(seen.size()));
        environment.runUntil(() -> seen.size() == 5, HOUR);
        assertEquals(5, seen.size());
        assertEquals(SECOND.multipliedBy(5).toNanos(), environment.nanoTime());
    }

    @Test
    void awaitByTheTestRunsTheSimulation() {
        CompletableFuture<String> later = new CompletableFuture<>();
        environment.schedule(HOUR, environment.serial("s"), () -> later.complete("done"));
        assertEquals("done", environment.await(later, HOUR.multipliedBy(2)));
        assertEquals(HOUR.toNanos(), environment.nanoTime());
    }

    @Test
    void clockStepMovesNowAlone() {
        environment.stepClock(Duration.ofMinutes(-10));
        assertEquals(Instant.parse("2025-12-31T23:50:00Z"), environment.now());
        assertEquals(0, environment.nanoTime());
    }

    @Test
    void conditionMayWait() {
        Executor store = environment.serial("store");
        Executor workers = environment.workers("w", 2);
        List<String> written = new ArrayList<>();
        workers.execute(() -> {
            environment.await(delayed(SECOND), HOUR);
            store.execute(() -> written.add("a"));
        });
        environment.runUntil(
                () -> {
                    CompletableFuture<Integer> read = new CompletableFuture<>();
                    store.execute(() -> read.complete(written.size()));
                    return environment.await(read, HOUR) == 1;
                },
                HOUR);
        assertEquals(SECOND.toNanos(), environment.nanoTime());
    }

    // Schedule

    @Test
    void executorsTakeTurnsByDefault() {
        List<String> seen = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Executor serial = environment.serial(name);
            for (int i = 1; i <= 2; i++) {
                String step = name + i;
                serial.execute(() -> seen.add(step));
            }
        }
        environment.run();
        assertEquals(List.of("a1", "b1", "a2", "b2"), seen);
    }

    @Test
    void chooserSeesNamedActionsAndDecides() {
        List<String> offered = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (SimulatedEnvironment chosen =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withChooser(enabled -> {
                    enabled.forEach(action -> offered.add(action.name()));
                    return enabled.size() - 1;
                }))) {
            chosen.serial("same").execute(() -> seen.add("first"));
            chosen.serial("same").execute(() -> seen.add("second"));
            chosen.workers("w", 1).execute(() -> seen.add("task"));
            chosen.run();
        }
        assertEquals(List.of("same#1", "same~2#1", "w#1", "same#1", "same~2#1"), offered);
        assertEquals(List.of("task", "second", "first"), seen);
    }

    @Test
    void endOfWaitIsAnActionNamedAfterItsTask() {
        List<String> offered = new ArrayList<>();
        try (SimulatedEnvironment chosen =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withChooser(enabled -> {
                    enabled.forEach(action -> offered.add(action.name()));
                    return 0;
                }))) {
            CompletableFuture<Void> gate = new CompletableFuture<>();
            Executor workers = chosen.workers("website", 2);
            workers.execute(() -> chosen.await(gate, HOUR));
            workers.execute(() -> chosen.await(gate, HOUR));
            chosen.run();
            offered.clear();
            chosen.serial("s").execute(() -> gate.complete(null));
            chosen.run();
        }
        // a stage runs its callbacks last in, first out
        assertEquals(List.of("website#2 resumes#1", "website#1 resumes#1"), offered);
    }

    @Test
    void chooserOutOfRangeFailsTheRun() {
        try (SimulatedEnvironment chosen =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withChooser(enabled -> 7))) {
            chosen.serial("a").execute(() -> {});
            chosen.serial("b").execute(() -> {});
            var e = assertThrows(IllegalStateException.class, chosen::run);
            assertTrue(e.getMessage().contains("chose 7: must be 0 to 1"), e.getMessage());
        }
    }

    // What goes wrong

    @Test
    void exceptionsAreKeptAndErrorsEndTheRun() {
        var exception = new IllegalArgumentException("of a task");
        var error = new AssertionError("of a step");
        environment.workers("w", 1).execute(() -> {
            throw exception;
        });
        environment.run();
        assertEquals(List.of(exception), environment.failures());
        environment.workers("w", 1).execute(() -> environment.await(delayed(SECOND), HOUR));
        environment.schedule(Duration.ofMillis(1), environment.serial("s"), () -> {
            throw error;
        });
        assertSame(error, assertThrows(AssertionError.class, () -> environment.advance(HOUR)));
    }

    @Test
    void errorInTaskEndsTheWaitOfTheTest() {
        var error = new AssertionError("of a task");
        environment.workers("w", 1).execute(() -> {
            throw error;
        });
        CompletableFuture<Void> never = new CompletableFuture<>();
        assertSame(error, assertThrows(AssertionError.class, () -> environment.await(never, HOUR)));
    }

    @Test
    void deadlockTellsWhatWaits() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        environment.workers("website", 1).execute(() -> environment.await(never, Duration.ofDays(1)));
        var e = assertThrows(AwaitException.class, () -> environment.await(never, HOUR));
        assertTrue(e.getMessage().contains("waiting: website#1 resumes#1 since 0.0 s"), e.getMessage());
        assertTrue(e.getMessage().contains("seed 42"), e.getMessage());

        try (SimulatedEnvironment empty = SimulatedEnvironment.seeded(7)) {
            var nothing = assertThrows(SimulationError.class, () -> empty.runUntil(() -> false, HOUR));
            assertEquals(Reason.DEADLOCK, nothing.reason());
            assertTrue(
                    nothing.getMessage().contains("seed 7, at 0.0 s; waiting: none; timers: 0"), nothing::getMessage);
        }
    }

    @Test
    void limitOfRunUntilPasses() {
        repeat(SECOND, environment.serial("ticker"), () -> {});
        var e = assertThrows(SimulationError.class, () -> environment.runUntil(() -> false, Duration.ofSeconds(3)));
        assertEquals(Reason.LIMIT_PASSED, e.reason());
        assertTrue(e.getMessage().endsWith("last actions: ticker#1, ticker#2, ticker#3"), e.getMessage());
        assertEquals(SECOND.multipliedBy(3).toNanos(), environment.nanoTime());
    }

    @Test
    void livelockIsReportedWithTheCircle() {
        try (SimulatedEnvironment limited =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withActionLimit(100))) {
            Executor circle = limited.serial("circle");
            circle.execute(new Runnable() {
                @Override
                public void run() {
                    circle.execute(this);
                }
            });
            var e = assertThrows(SimulationError.class, limited::run);
            assertEquals(Reason.LIVELOCK, e.reason());
            assertTrue(e.getMessage().endsWith("circle#99, circle#100"), e.getMessage());
        }
    }

    @Test
    void failingConditionEndsTheRun() {
        var failure = new IllegalArgumentException("of the condition");
        assertSame(
                failure,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> environment.runUntil(
                                () -> {
                                    throw failure;
                                },
                                HOUR)));
    }

    @Test
    void partsOfTheSimulationCanNotRunIt() {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        environment
                .workers("w", 1)
                .execute(() -> refused.set(assertThrows(IllegalStateException.class, environment::run)));
        environment.run();
        assertEquals(
                "The simulation is run by the test, not by w#1, which is a part of it",
                refused.get().getMessage());
    }

    @Test
    void foreignThreadFailsTheRun() {
        Executor serial = environment.serial("s");
        environment.workers("w", 1).execute(() -> {
            Thread foreign = new Thread(() -> serial.execute(() -> {}), "foreign");
            foreign.setUncaughtExceptionHandler((thread, e) -> {});
            foreign.start();
            try {
                foreign.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        var e = assertThrows(SimulationError.class, environment::run);
        assertEquals(Reason.FOREIGN_THREAD, e.reason());
        assertTrue(e.getMessage().startsWith("Thread foreign acts on the simulation"), e.getMessage());
    }

    @Test
    void foreignBlockingIsReportedWithItsStackAndInterrupted() {
        CompletableFuture<Void> unwound = new CompletableFuture<>();
        try (SimulatedEnvironment watched =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withBlockingLimit(BLOCKING_LIMIT))) {
            watched.workers("w", 1).execute(() -> {
                try {
                    blockForever();
                } finally {
                    unwound.complete(null);
                }
            });
            var e = assertThrows(SimulationError.class, watched::run);
            assertEquals(Reason.FOREIGN_BLOCKING, e.reason());
            assertTrue(
                    List.of(e.getCause().getStackTrace()).stream()
                            .anyMatch(frame -> frame.getMethodName().equals("blockForever")),
                    () -> List.of(e.getCause().getStackTrace()).toString());
            assertThrows(SimulationError.class, watched::run);
        }
        Environment.system().await(unwound, Duration.ofMinutes(1));
    }

    @Test
    void stepThatBlocksTheTestsThreadIsInterrupted() {
        try (SimulatedEnvironment watched =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withBlockingLimit(BLOCKING_LIMIT))) {
            watched.serial("s").execute(SimulatedEnvironmentTest::blockForever);
            var e = assertThrows(SimulationError.class, watched::run);
            assertEquals(Reason.FOREIGN_BLOCKING, e.reason());
        }
        assertFalse(Thread.interrupted());
    }

    @Test
    void lastRunBeginsTasksOnItsCallersThreadAndUnwindsWhatWaitsThere() {
        List<String> seen = new ArrayList<>();
        Executor workers = environment.workers("w", 10);
        Thread caller = Thread.currentThread();
        for (String name : List.of("first", "second")) {
            workers.execute(() -> {
                seen.add(name + (Thread.currentThread() == caller ? " here" : " elsewhere"));
                try {
                    environment.await(new CompletableFuture<>(), Duration.ofHours(1));
                } catch (SimulationError e) {
                    seen.add(name + " unwound: " + e.reason());
                    assertThrows(SimulationError.class, () -> environment.await(new CompletableFuture<>(), SECOND));
                }
            });
        }
        environment.runToEnd(() -> environment.nanoTime() > 0, Duration.ofDays(1), error -> seen.add("stuck"));
        assertEquals(List.of("first here", "second elsewhere", "first unwound: CLOSED"), seen);

        workers.execute(() -> seen.add("never"));
        assertThrows(IllegalStateException.class, environment::run);
        environment.close();
        assertEquals(List.of("second unwound: CLOSED"), seen.subList(3, seen.size()));
    }

    @Test
    void lastRunDoesTheSameAsAnyOther() {
        long hash = hashOfRun((simulated, over) -> simulated.runUntil(over, Duration.ofDays(1)));

        assertEquals(
                hash,
                hashOfRun((simulated, over) -> simulated.runToEnd(over, Duration.ofDays(1), error -> {
                    throw error;
                })));
    }

    private static long hashOfRun(BiConsumer<SimulatedEnvironment, BooleanSupplier> run) {
        try (SimulatedEnvironment simulated =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withChooser(Chooser.random(1)))) {
            AtomicInteger done = new AtomicInteger();
            Executor workers = simulated.workers("w", 3);
            for (int i = 0; i < 20; i++) {
                Duration pause = Duration.ofSeconds(i % 7);
                workers.execute(() -> {
                    CompletableFuture<Void> over = new CompletableFuture<>();
                    simulated.schedule(pause, simulated.serial("s"), () -> over.complete(null));
                    simulated.await(over, Duration.ofMinutes(1));
                    done.incrementAndGet();
                });
            }
            run.accept(simulated, () -> done.get() == 20);
            return simulated.traceHash();
        }
    }

    @Test
    void taskThatBlocksTheCallerOfTheLastRunIsTold() {
        AtomicReference<SimulationError> told = new AtomicReference<>();
        try (SimulatedEnvironment watched =
                new SimulatedEnvironment(SimulationOptions.seeded(1).withBlockingLimit(BLOCKING_LIMIT))) {
            watched.workers("w", 1).execute(SimulatedEnvironmentTest::blockForever);
            var e = assertThrows(
                    SimulationError.class, () -> watched.runToEnd(() -> false, Duration.ofDays(1), told::set));
            assertEquals(Reason.FOREIGN_BLOCKING, e.reason());
            assertSame(e, told.get());
        }
        assertFalse(Thread.interrupted());
    }

    private static void blockForever() {
        try {
            new CompletableFuture<Void>().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // Closing

    @Test
    void closeUnwindsWhatWaits() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        List<String> seen = new ArrayList<>();
        Executor workers = environment.workers("w", 10);
        for (int i = 0; i < 10; i++) {
            workers.execute(() -> {
                try {
                    environment.await(never, HOUR);
                } catch (SimulationError e) {
                    seen.add(e.reason().name());
                    workers.execute(() -> seen.add("dropped"));
                    environment.await(never, HOUR);
                } finally {
                    seen.add("finally");
                }
            });
        }
        environment.run();
        assertEquals(List.of(), seen);
        environment.close();
        assertEquals(20, seen.size());
        assertEquals(List.of("CLOSED", "finally", "CLOSED", "finally"), seen.subList(0, 4));
        environment.close();
        assertThrows(IllegalStateException.class, environment::run);
    }

    // Reproducibility

    @Test
    void seedDecidesUidsAndRandomNumbersOnEveryMachine() {
        assertEquals("20709d3c-1733-498d-aa57-7dc3554a679a", environment.newUid());
        assertEquals(337_170, environment.random("names").nextInt(1_000_000));
        assertEquals(1_466_545_164_916_079_787L, environment.random("jitter").nextLong());
    }

    @Test
    void traceHashIsTheSameOnEveryMachine() {
        environment.serial("store").execute(() -> environment.record(41));
        environment.workers("website", 1).execute(() -> environment.await(delayed(SECOND), HOUR));
        environment.trace("begin");
        environment.advance(HOUR);
        assertEquals(-1_998_506_816_358_413_932L, environment.traceHash());
    }

    @Test
    void whatIsTracedChangesTheHash() {
        long before = environment.traceHash();
        environment.trace("a");
        long after = environment.traceHash();
        environment.record(1);
        assertNotEquals(before, after);
        assertNotEquals(after, environment.traceHash());
    }

    private CompletableFuture<Void> delayed(Duration delay) {
        CompletableFuture<Void> later = new CompletableFuture<>();
        environment.schedule(delay, Runnable::run, () -> later.complete(null));
        return later;
    }

    private void repeat(Duration every, Executor on, Runnable step) {
        environment.schedule(every, on, () -> {
            step.run();
            repeat(every, on, step);
        });
    }
}
