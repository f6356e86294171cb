package io.coxswain.simulation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a search did.
 *
 * @param runs how many runs it made, those for shrinking included
 * @param elapsed how long it took, by the real clock
 * @param coverage which sets of deviations were tried
 * @param finding what it found, if anything
 */
public record Report(int runs, Duration elapsed, String coverage, Optional<Finding> finding) {

    /** How many clusters were simulated in a second. */
    public double runsPerSecond() {
        return runs / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d runs in %.1f s (%.0f a second): %s; %s",
                runs,
                elapsed.toNanos() / 1e9,
                runsPerSecond(),
                coverage,
                finding.map(found -> found.property() + " fails with " + found.deviations())
                        .orElse("nothing found"));
    }
}
