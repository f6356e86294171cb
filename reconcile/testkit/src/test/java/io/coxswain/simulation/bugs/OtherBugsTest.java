package io.coxswain.simulation.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.simulation.Finding;
import io.coxswain.simulation.Report;
import io.coxswain.simulation.Simulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** They are found and shrunk like the known ones. */
class OtherBugsTest {
    private static final int RUNS = 400;

    @ParameterizedTest
    @EnumSource
    void bugIsFoundAndShrunkAndTheRightOnePasses(OtherBug bug) {
        Report wrong = Simulation.search(bug::wrong).named(bug.name()).run();
        Finding found = wrong.finding().orElseThrow(() -> new AssertionError(bug + ": not found: " + wrong));
        System.out.println(bug + ": " + wrong);
        assertTrue(found.deviations().size() <= 3, () -> bug + ": " + found.deviations());
        assertEquals("", found.nondeterminism(), bug + " is deterministic");

        Report right = Simulation.search(bug::right)
                .named(bug + " put right")
                .runs(RUNS)
                .check();
        assertEquals(RUNS, right.runs());
    }
}
