package io.coxswain.controller;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls a {@link Reconciler} for resources that exist, and keeps the finalizer of one that is a {@link Cleaner}. */
final class ExistingOnly<R extends Resource<R>> implements KeyReconciler<R> {
    private final Reconciler<R> reconciler;
    private final @Nullable Cleaner<R> cleaner;
    private final String finalizer;
    private final boolean serializable;

    @SuppressWarnings(
            "unchecked") // a class can't implement Cleaner for another record than its Reconciler's without failing at
    // its first call
    ExistingOnly(Reconciler<R> reconciler, ControllerSpec<R> spec) {
        this.reconciler = reconciler;
        finalizer = spec.finalizer();
        serializable = spec.isSerializable();
        cleaner = reconciler instanceof Cleaner ? (Cleaner<R>) reconciler : null;
    }

    @Override
    public Outcome reconcile(ResourceKey key, Optional<R> resource, Context<R> context) throws Exception {
        if (resource.isEmpty()) {
            return Outcome.done();
        }
        R present = resource.get();
        if (present.metadata().isDeleting()) {
            return cleaner != null && hasFinalizer(present) ? clean(cleaner, present, context) : Outcome.done();
        }
        if (cleaner == null || hasFinalizer(present)) {
            return reconciler.reconcile(present, context);
        }
        R held = withFinalizer(present, context);
        return serializable ? Outcome.again(Duration.ZERO) : reconciler.reconcile(held, context);
    }

    private boolean hasFinalizer(R resource) {
        return resource.metadata().finalizers().contains(finalizer);
    }

    private Outcome clean(Cleaner<R> by, R resource, Context<R> context) throws Exception {
        Outcome outcome = by.cleanup(resource, context);
        if (outcome instanceof Outcome.Done) {
            context.patch(
                    resource,
                    stored ->
                            stored.kind().withMetadata(stored, stored.metadata().withoutFinalizer(finalizer)));
        }
        return outcome;
    }

    /** The finalizer is stored before the reconciler creates anything that would have to be cleaned up. */
    private R withFinalizer(R resource, Context<R> context) {
        return context.patch(
                resource,
                stored -> stored.kind().withMetadata(stored, stored.metadata().withFinalizer(finalizer)));
    }
}
