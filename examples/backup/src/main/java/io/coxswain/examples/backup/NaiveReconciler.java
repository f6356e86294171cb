package io.coxswain.examples.backup;

import io.coxswain.controller.Cleaner;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;

/** Takes a snapshot and then writes down its id. Between the two it may die, and takes another one when it is back. */
// region BREAKS
final class NaiveReconciler implements Reconciler<Backup>, Cleaner<Backup> {
    private final Snapshots snapshots;

    NaiveReconciler(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    static ControllerSpec<Backup> controller(Snapshots snapshots) {
        return Controller.of(Backup.KIND, () -> new NaiveReconciler(snapshots));
    }

    @Override
    public Outcome reconcile(Backup backup, Context<Backup> context) {
        if (backup.status().snapshot().isEmpty()) {
            String id = snapshots.take(backup.spec().database());
            context.updateStatus(backup.withSnapshot(id));
        }
        return Outcome.done();
    }

    @Override
    public Outcome cleanup(Backup backup, Context<Backup> context) {
        snapshots.delete(backup.status().snapshot());
        return Outcome.done();
    }
}
// endregion
