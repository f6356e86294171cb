package io.coxswain.simulation;

import java.time.Duration;
import java.util.List;

/**
 * A run in which something doesn't hold, with as few deviations as it takes.
 *
 * @param property what doesn't hold
 * @param message in which way
 * @param deviations from the default schedule; none if it fails without faults
 * @param replay what {@code -Dcoxswain.replay} takes to repeat the run
 * @param timeline what happened in it
 * @param runsUntilFound how many runs there were until something failed
 * @param timeUntilFound how long they took
 * @param shrunkFrom how many deviations the run had that failed first
 * @param nondeterminism empty, or where a repetition of the run differed: the code under test doesn't do the same in the same circumstances
 * @param cause what was thrown, if anything
 */
public record Finding(
        String property,
        String message,
        List<Deviation> deviations,
        String replay,
        Timeline timeline,
        int runsUntilFound,
        Duration timeUntilFound,
        int shrunkFrom,
        String nondeterminism,
        java.util.Optional<Throwable> cause) {
    public Finding {
        deviations = List.copyOf(deviations);
    }
}
