package io.coxswain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The whole control plane with models of nodes, under many schedules. {@code -Dcoxswain.effort=ci} or {@code long} tries more of them, {@code -Dcoxswain.seed=N} one alone.
 */
class ControlPlaneSimulationTest {
    private static final int REPEATED = 10;

    @Test
    void lifeOfADeploymentEndsWellUnderEverySchedule() {
        for (long seed = first(); seed < first() + seeds(); seed++) {
            run(seed);
        }
    }

    @Test
    void sameSeedGivesTheSameTrace() {
        int repeated = Math.min(REPEATED, seeds());
        Set<Long> different = new LinkedHashSet<>();
        for (long seed = first(); seed < first() + repeated; seed++) {
            long once = run(seed);
            assertEquals(once, run(seed), "the trace hash of seed " + seed + " in a second run");
            different.add(once);
        }
        assertEquals(repeated, different.size(), "different seeds have different traces");
    }

    private static long run(long seed) {
        try {
            return DeploymentLife.run(seed);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + " (again by -Dcoxswain.seed=" + seed + "): " + e.getMessage(), e);
        }
    }

    private static long first() {
        return Long.getLong("coxswain.seed", 1);
    }

    private static int seeds() {
        if (System.getProperty("coxswain.seed") != null) {
            return 1;
        }
        return switch (System.getProperty("coxswain.effort", "small")) {
            case "long" -> 20_000;
            case "ci" -> 1_000;
            default -> 200;
        };
    }
}
