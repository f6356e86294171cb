package io.coxswain.environment.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How a simulation runs.
 *
 * @param seed decides random numbers and uids
 * @param chooser decides the schedule; one with a state of its own must not be shared by simulations
 * @param start the time of day at which the simulation begins
 * @param actionLimit how many actions one call of {@code run}, {@code runUntil}, {@code advance} or {@code await} may take before it fails as a
 *     livelock
 * @param blockingLimit how long, by the real clock, one action may take before the run fails because its code blocks by other means than
 *     {@code await}
 */
public record SimulationOptions(long seed, Chooser chooser, Instant start, long actionLimit, Duration blockingLimit) {

    /** Far more than a test needs between two looks at the world, and a second or two of real time. */
    private static final long DEFAULT_ACTION_LIMIT = 1_000_000;

    private static final Duration DEFAULT_BLOCKING_LIMIT = Duration.ofSeconds(10);
    private static final Instant DEFAULT_START =
            LocalDate.of(2026, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    public SimulationOptions {
        Objects.requireNonNull(chooser, "chooser");
        Objects.requireNonNull(start, "start");
        if (actionLimit < 1) {
            throw new IllegalArgumentException("Simulation: actionLimit: " + actionLimit + ": must be at least 1");
        }
        if (blockingLimit.isNegative() || blockingLimit.isZero()) {
            throw new IllegalArgumentException(
                    "Simulation: blockingLimit: " + blockingLimit + ": must be more than nothing");
        }
    }

    /** The default schedule with this seed. */
    public static SimulationOptions seeded(long seed) {
        return new SimulationOptions(
                seed, Chooser.inOrder(), DEFAULT_START, DEFAULT_ACTION_LIMIT, DEFAULT_BLOCKING_LIMIT);
    }

    public SimulationOptions withChooser(Chooser chooser) {
        return new SimulationOptions(seed, chooser, start, actionLimit, blockingLimit);
    }

    public SimulationOptions withStart(Instant start) {
        return new SimulationOptions(seed, chooser, start, actionLimit, blockingLimit);
    }

    public SimulationOptions withActionLimit(long actionLimit) {
        return new SimulationOptions(seed, chooser, start, actionLimit, blockingLimit);
    }

    public SimulationOptions withBlockingLimit(Duration blockingLimit) {
        return new SimulationOptions(seed, chooser, start, actionLimit, blockingLimit);
    }
}
