package io.coxswain.examples.backup;

import io.coxswain.controller.Cleaner;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;

/** Says for which Backup a snapshot is taken, by a token that it knows before and after: asked again, there is still one. */
// region BREAKS
final class BackupReconciler implements Reconciler<Backup>, Cleaner<Backup> {
    private final Snapshots snapshots;

    BackupReconciler(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    static ControllerSpec<Backup> controller(Snapshots snapshots) {
        return Controller.of(Backup.KIND, () -> new BackupReconciler(snapshots));
    }

    @Override
    public Outcome reconcile(Backup backup, Context<Backup> context) {
        String id =
                snapshots.takeOnce(backup.spec().database(), backup.metadata().uid());
        context.updateStatus(backup.withSnapshot(id));
        return Outcome.done();
    }

    @Override
    public Outcome cleanup(Backup backup, Context<Backup> context) {
        snapshots.deleteTakenWith(backup.metadata().uid());
        return Outcome.done();
    }
}
// endregion
