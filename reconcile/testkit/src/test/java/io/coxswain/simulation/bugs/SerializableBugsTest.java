package io.coxswain.simulation.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.simulation.Report;
import io.coxswain.simulation.Simulation;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the known bugs can still happen if the controller is serializable, though not a line of it is put right. */
class SerializableBugsTest {
    private static final int RUNS = 400;

    /** They miss states in between (3, 9), act outside (6, 14), keep what is over (12), write without end (13), or use no unit of work (15). */
    private static final Set<KnownBug> REMAINING = EnumSet.of(
            KnownBug.CLAIM_DELETED_ON_DELETION_TIMESTAMP,
            KnownBug.CLOUD_ID_RECORDED_AFTERWARDS,
            KnownBug.SCALE_DOWN_REFUSED_BY_SET,
            KnownBug.EXPECTATIONS_BY_NAME,
            KnownBug.TRANSITION_TIME_EVERY_PASS,
            KnownBug.EXTERNAL_BEFORE_FINALIZER,
            KnownBug.UNFENCED_LEADER);

    @ParameterizedTest
    @EnumSource
    void bugRemainsOnlyIfItIsNoneOfStaleOrHalfDoneWork(KnownBug bug) {
        Report report = Simulation.search(sim -> {
                    bug.wrong(sim);
                    sim.serializable();
                })
                .named(bug.name())
                .runs(RUNS)
                .run();

        System.out.printf(
                Locale.ROOT,
                "| %2d | %-38s | %s |%n",
                bug.number(),
                bug,
                report.finding()
                        .map(found -> found.property() + ": " + found.deviations())
                        .orElse("not found any more"));
        assertEquals(REMAINING.contains(bug), report.finding().isPresent(), report::toString);
    }
}
