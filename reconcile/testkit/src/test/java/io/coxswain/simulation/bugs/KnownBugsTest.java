package io.coxswain.simulation.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.simulation.Finding;
import io.coxswain.simulation.Report;
import io.coxswain.simulation.Simulation;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each known bug is found and shrunk, and the same controller put right passes. {@code -Dcoxswain.effort=ci} makes ten times the runs for the latter that it took to find the bug. */
class KnownBugsTest {
    private static final int FEW_RUNS = 400;
    private static final int MOST_SHOWN = 3;

    @ParameterizedTest
    @EnumSource
    void bugIsFoundAndShrunkAndTheRightOnePasses(KnownBug bug) {
        Report wrong = Simulation.search(bug::wrong).named(bug.name()).run();
        Finding found = wrong.finding().orElseThrow(() -> new AssertionError(bug + ": not found: " + wrong));

        System.out.printf(
                Locale.ROOT,
                "| %2d | %-38s | %6d runs | %6.2f s | from %2d to %d: %-90s | %s (%.0f/s)%n",
                bug.number(),
                bug,
                found.runsUntilFound(),
                found.timeUntilFound().toNanos() / 1e9,
                found.shrunkFrom(),
                found.deviations().size(),
                found.deviations(),
                found.property(),
                wrong.runsPerSecond());
        assertTrue(found.deviations().size() <= MOST_SHOWN, () -> bug + ": " + found.deviations());
        assertEquals("", found.nondeterminism(), bug + " is deterministic");

        boolean all = System.getProperty("coxswain.effort", "small").equals("ci");
        int runs = Math.max(FEW_RUNS, all ? found.runsUntilFound() * 10 : 0);
        Report right = Simulation.search(bug::right)
                .named(bug + " put right")
                .runs(runs)
                .check();
        System.out.println("     right: " + right);
        assertEquals(Optional.empty(), right.finding());
    }
}
