package io.coxswain.simulation.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.simulation.Deviation;
import io.coxswain.simulation.Fault;
import io.coxswain.simulation.Faults;
import io.coxswain.simulation.Finding;
import io.coxswain.simulation.Report;
import io.coxswain.simulation.Simulation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault finds a bug that isn't found without it, so a fault that is on happens, and one that is off doesn't. */
class FaultsTest {
    @ParameterizedTest
    @EnumSource
    void bugIsFoundWithTheFaultAndNotWithout(FaultBug bug) {
        Report with = Simulation.search(sim -> {
                    bug.declare(sim);
                    sim.faults(Faults.only(bug.fault()));
                })
                .run();
        Finding found = with.finding().orElseThrow(() -> new AssertionError(bug + ": " + with));
        assertTrue(found.deviations().size() <= 3 && !found.deviations().isEmpty(), () -> bug + ": " + found);
        for (Deviation deviation : found.deviations()) {
            assertEquals(bug.fault(), deviation.fault());
        }
        assertEquals("", found.nondeterminism(), bug + " is deterministic");

        Report without = Simulation.search(sim -> {
                    bug.declare(sim);
                    sim.faults(Faults.none());
                })
                .run();
        assertEquals(Optional.empty(), without.finding(), () -> bug + ": " + without);
    }

    @Test
    void everyFaultHasItsBug() {
        Set<Fault> missing = EnumSet.allOf(Fault.class);
        for (FaultBug bug : FaultBug.values()) {
            missing.remove(bug.fault());
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void illegalFaultsAreOffUnlessNamed() {
        assertTrue(EnumSet.of(Fault.DUPLICATE, Fault.LOSE).stream()
                .noneMatch(Faults.all().kinds()::contains));
        assertTrue(Faults.all().and(Fault.LOSE).kinds().contains(Fault.LOSE));
    }
}
