package io.coxswain.simulation;

import io.coxswain.controller.Context;
import io.coxswain.controller.KeyReconciler;
import io.coxswain.controller.Outcome;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees each call of a reconciler: what it was called with, what became of calls that had no answer, how it ended. */
final class Reconcile<R extends Resource<R>> implements KeyReconciler<R> {
    /** A reconciler stays on its thread, also while it waits. */
    private static final ThreadLocal<@Nullable Unanswered> PRESENT = new ThreadLocal<>();

    private final Actor actor;
    private final String controller;
    private final Kind<R> kind;
    private final KeyReconciler<R> reconciler;

    /** Calls without an answer that nothing was done about. */
    private static final class Unanswered {
        private final Map<String, String> points = new LinkedHashMap<>();
    }

    Reconcile(Actor actor, String controller, Kind<R> kind, KeyReconciler<R> reconciler) {
        this.actor = actor;
        this.controller = controller;
        this.kind = kind;
        this.reconciler = reconciler;
    }

    /** The reconciler of this thread, if one is at work, turns to a kind: whatever it didn't know of it, it may find out. */
    static void touches(Kind<?> kind) {
        Unanswered present = PRESENT.get();
        if (present != null) {
            present.points.remove(kind.name());
        }
    }

    static void isUnanswered(Kind<?> kind, String point) {
        Unanswered present = PRESENT.get();
        if (present != null) {
            present.points.put(kind.name(), point);
        }
    }

    @Override
    public Outcome reconcile(ResourceKey key, Optional<R> resource, Context<R> context) throws Exception {
        World world = actor.world();
        Unanswered unanswered = new Unanswered();
        PRESENT.set(unanswered);
        world.note(
                actor.name(),
                () -> "reconciles " + Names.of(kind, key)
                        + resource.map(read ->
                                        " as of revision " + read.metadata().resourceVersion()
                                                + (read.metadata().isDeleting() ? ", being deleted" : ""))
                                .orElse(", which is absent"));
        try {
            Outcome outcome = reconciler.reconcile(
                    key, resource, world.isDetailed() ? new ReadingContext<>(context, actor) : context);
            world.note(
                    actor.name(),
                    () -> "is done with " + Names.of(kind, key)
                            + (outcome instanceof Outcome.Done ? "" : ": " + outcome));
            if (outcome instanceof Outcome.Done) {
                unanswered.points.forEach((at, point) -> world.checks().swallowed(controller, key, point));
            }
            return outcome;
        } catch (Exception e) {
            world.note(actor.name(), () -> "fails with " + Names.of(kind, key) + ": " + e.getMessage());
            throw e;
        } finally {
            PRESENT.remove();
        }
    }
}
