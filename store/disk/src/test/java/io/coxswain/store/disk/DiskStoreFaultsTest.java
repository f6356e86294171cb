package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.conformance.Effort;
import io.coxswain.environment.simulated.DiskFault;
import io.coxswain.environment.simulated.DiskLoss;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever goes wrong with the disk: an acknowledged transaction is found again, any other wholly or not at all, revisions never
 * go back, and a watch that is resumed sees no gap. First every call of a small workload fails in every way, then seeds decide.
 */
class DiskStoreFaultsTest {
    private static final int COMMITS = 12;
    private static final int RUNS = Effort.of(200, 10_000, 1_000_000);
    private static final int RUNS_PER_WORD = 10_000;

    private static long callsOfOneLife() {
        DiskSimulation simulation = new DiskSimulation(7, false);
        simulation.live(COMMITS);
        assertEquals(COMMITS, simulation.history.acknowledged());
        long calls = simulation.disk.calls();
        assertTrue(calls > 40 && calls < 400, "calls of the workload: " + calls);
        return calls;
    }

    @ParameterizedTest
    @EnumSource(DiskLoss.class)
    void powerMayGoInEveryCall(DiskLoss loss) {
        long calls = callsOfOneLife();
        for (long call = 1; call <= calls; call++) {
            DiskSimulation simulation = new DiskSimulation(7, false);
            simulation.failAt(call, DiskFault.POWER_LOSS);
            check("power lost in call " + call, simulation, () -> {
                simulation.live(COMMITS);
                simulation.disk.restart(loss);
                simulation.checkAll();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(DiskLoss.class)
    void powerMayGoInEveryCallOfARecovery(DiskLoss loss) {
        long calls = callsOfOneLife();
        for (long last = calls - 12; last <= calls; last += 3) {
            for (long call = 1; call <= 40; call++) {
                DiskSimulation simulation = new DiskSimulation(7, false);
                simulation.failAt(last, DiskFault.POWER_LOSS);
                long second = call;
                check("power lost in call " + last + " and in call " + call + " of the recovery", simulation, () -> {
                    simulation.live(COMMITS);
                    simulation.disk.restart(DiskLoss.ANY_SECTORS);
                    simulation.failAt(second, DiskFault.POWER_LOSS);
                    simulation.live(3);
                    simulation.disk.restart(loss);
                    simulation.checkAll();
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = DiskFault.class, mode = EnumSource.Mode.EXCLUDE, names = "POWER_LOSS")
    void everyCallMayFail(DiskFault fault) {
        long calls = callsOfOneLife();
        for (DiskLoss loss : DiskLoss.values()) {
            for (long call = 1; call <= calls; call++) {
                DiskSimulation simulation = new DiskSimulation(7, false);
                simulation.failAt(call, fault);
                check(fault + " in call " + call + ", then loss of " + loss, simulation, () -> {
                    simulation.live(COMMITS);
                    simulation.disk.restart(loss);
                    simulation.checkAll();
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = DiskFault.class, mode = EnumSource.Mode.EXCLUDE, names = "POWER_LOSS")
    void processMayStartAgainAfterEveryFailedCall(DiskFault fault) {
        long calls = callsOfOneLife();
        for (long call = 1; call <= calls; call++) {
            DiskSimulation simulation = new DiskSimulation(7, false);
            simulation.failAt(call, fault);
            check(fault + " in call " + call + ", another process, then loss of everything", simulation, () -> {
                simulation.live(COMMITS);
                simulation.disk.endProcess();
                simulation.live(2);
                simulation.disk.restart(DiskLoss.EVERYTHING);
                simulation.checkAll();
            });
        }
    }

    @Test
    void everyFlippedBitIsNoticedOrHarmless() {
        DiskSimulation probe = new DiskSimulation(7, false);
        probe.live(COMMITS);
        List<String> files = files(probe);
        assertTrue(files.size() >= 4, files.toString());
        int noticed = 0;
        SplittableRandom bits = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            DiskSimulation simulation = new DiskSimulation(7, false);
            simulation.live(COMMITS);
            simulation.disk.restart(DiskLoss.EVERYTHING);
            List<String> now = files(simulation);
            String file = now.get(bits.nextInt(now.size()));
            long bit = bits.nextInt(8 * FileHeader.SIZE * 12);
            boolean[] found = {false};
            check("bit " + bit + " of " + file, simulation, () -> found[0] = isNoticed(simulation, file, bit));
            noticed += found[0] ? 1 : 0;
        }
        assertTrue(noticed > 20, "noticed " + noticed);
    }

    /** Whether the store refuses to open; if it opens, nothing is missing. */
    private static boolean isNoticed(DiskSimulation simulation, String file, long bit) {
        try {
            simulation.disk.flip(DiskSimulation.FOLDER.resolve(file), bit);
        } catch (IllegalArgumentException shorterFile) {
            return false;
        }
        try {
            simulation.checkAll();
            return false;
        } catch (DiskStoreException e) {
            assertTrue(
                    e.reason() == DiskStoreException.Reason.DAMAGED
                            && e.getMessage().contains("at byte"),
                    e.getMessage());
            return true;
        }
    }

    private static List<String> files(DiskSimulation simulation) {
        try {
            return simulation.disk.list(DiskSimulation.FOLDER).stream()
                    .filter(name -> name.endsWith(".log") || name.endsWith(".snap"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anythingMayGoWrongAtAnyTime() {
        int first = Integer.getInteger("coxswain.seed", 1);
        int last = System.getProperty("coxswain.seed") == null ? RUNS : first;
        for (int seed = first; seed <= last; seed++) {
            DiskSimulation simulation = new DiskSimulation(seed, true);
            check("-Dcoxswain.seed=" + seed, simulation, () -> manyLives(simulation));
            if (seed % RUNS_PER_WORD == 0) {
                System.out.println("simulated disk: " + seed + " of " + RUNS + " runs");
            }
        }
    }

    private static void manyLives(DiskSimulation simulation) {
        int lives = 1 + simulation.random.nextInt(4);
        for (int life = 0; life < lives; life++) {
            if (simulation.random.nextInt(4) > 0) {
                DiskFault fault = List.of(DiskFault.values()).get(simulation.random.nextInt(DiskFault.values().length));
                simulation.failAt(1 + simulation.random.nextInt(120), fault);
            }
            simulation.live(simulation.random.nextInt(20));
            simulation.disk.restart(simulation.anyLoss());
        }
        simulation.checkAll();
    }

    private static void check(String what, DiskSimulation simulation, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(what + ", " + simulation.history.acknowledged() + " acknowledged: " + e, e);
        }
    }
}
