package io.coxswain.examples.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.simulation.Finding;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationFailure;
import io.coxswain.simulation.SimulationTest;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Both controllers under the same simulation. */
class BackupTest {
    // region BREAKS
    private static void backups(Simulation sim, Function<Snapshots, ControllerSpec<Backup>> controller) {
        ModelSnapshots snapshots = new ModelSnapshots(sim.outside("storage"));
        sim.controller(controller.apply(snapshots));
        sim.workload(
                w -> w.create(backup("orders")).delete(Backup.KIND, "orders").create(backup("users")));
        sim.always(
                "never more snapshots than backups",
                state -> snapshots.count() <= state.list(Backup.KIND).size());
        sim.eventuallyStable(
                "each backup has its snapshot",
                state -> snapshots.count() == state.list(Backup.KIND).size());
    }

    @SimulationTest(runs = 300)
    void everyBackupHasItsSnapshot(Simulation sim) {
        backups(sim, BackupReconciler::controller);
    }

    @Test
    void naiveControllerTakesASecondSnapshot() {
        SimulationFailure failure = assertThrows(
                SimulationFailure.class, () -> Simulation.run(sim -> backups(sim, NaiveReconciler::controller)));
        System.out.println(failure.getMessage());
        Finding found = failure.finding();
        assertEquals("never more snapshots than backups", found.property());
        assertEquals(1, found.deviations().size());
    }
    // endregion

    private static Backup backup(String name) {
        return new Backup(ObjectMeta.named("default", name), new Backup.Spec(name + "-db"), new Backup.Status(""));
    }
}
