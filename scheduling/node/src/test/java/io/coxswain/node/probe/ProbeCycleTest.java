package io.coxswain.node.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.simulated.SimulatedEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeCycleTest {
    private static final ProbeTiming EVERY_SECOND =
            new ProbeTiming(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 3);

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final List<String> heard = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private long origin;

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void eagerCycleAsksEveryTenthUntilTheFirstSuccess() {
        begin(EVERY_SECOND, ProbeCycle.Pace.EAGER, () -> millis() >= 250);
        environment.advance(Duration.ofMillis(2_500));
        assertEquals(List.of(0L, 100L, 200L, 300L, 1_300L, 2_300L), asked);
        assertEquals(List.of("SUCCESS at 300"), heard);
    }

    @Test
    void eagerCycleCountsOneFailureForEachPeriodAfterTheFirst() {
        begin(EVERY_SECOND, ProbeCycle.Pace.EAGER, () -> false);
        environment.advance(Duration.ofMillis(3_050));
        assertEquals(List.of("failed at 1000", "failed at 2000", "failed at 3000", "FAILURE at 3000"), heard);
    }

    @Test
    void declaredCycleCountsEachAndBeginsAfterItsDelay() {
        ProbeTiming delayed =
                new ProbeTiming(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 2);
        begin(delayed, ProbeCycle.Pace.DECLARED, () -> millis() < 3_500);
        environment.advance(Duration.ofMillis(5_500));
        assertEquals(List.of(2_000L, 3_000L, 4_000L, 5_000L), asked);
        assertEquals(List.of("SUCCESS at 2000", "failed at 4000", "failed at 5000", "FAILURE at 5000"), heard);
    }

    @Test
    void successesMustComeInARow() {
        ProbeTiming two = new ProbeTiming(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 1);
        begin(two, ProbeCycle.Pace.DECLARED, () -> millis() != 1_000);
        environment.advance(Duration.ofMillis(3_500));
        assertEquals(List.of("failed at 1000", "FAILURE at 1000", "SUCCESS at 3000"), heard);
    }

    @Test
    void attemptThatThrowsIsAFailureAndNotTheLast() {
        begin(EVERY_SECOND, ProbeCycle.Pace.DECLARED, () -> {
            if (millis() < 1_500) {
                throw new IllegalStateException("no socket");
            }
            return true;
        });
        environment.advance(Duration.ofMillis(2_500));
        assertEquals(List.of("failed at 0", "failed at 1000", "SUCCESS at 2000"), heard);
        assertTrue(environment.failures().isEmpty());
    }

    @Test
    void stoppedCycleAsksNoMore() {
        ProbeCycle cycle = begin(EVERY_SECOND, ProbeCycle.Pace.DECLARED, () -> true);
        environment.advance(Duration.ofMillis(1_500));
        cycle.stop();
        environment.advance(Duration.ofSeconds(5));
        assertEquals(2, asked.size());
        assertTrue(environment.failures().isEmpty());
    }

    private ProbeCycle begin(ProbeTiming timing, ProbeCycle.Pace pace, Supplier<Boolean> isWell) {
        origin = environment.nanoTime();
        ProbeCycle cycle = new ProbeCycle(
                environment,
                environment.serial("test"),
                timing,
                pace,
                () -> {
                    asked.add(millis());
                    return CompletableFuture.completedFuture(
                            isWell.get() ? ProbeResult.SUCCESS : ProbeResult.failure("not yet"));
                },
                new ProbeCycle.Listener() {
                    @Override
                    public void verdict(ProbeResult result) {
                        heard.add(result.outcome() + " at " + millis());
                    }

                    @Override
                    public void failed(ProbeResult result) {
                        heard.add("failed at " + millis());
                    }
                });
        cycle.begin(Duration.ZERO);
        return cycle;
    }

    private long millis() {
        return (environment.nanoTime() - origin) / 1_000_000;
    }
}
