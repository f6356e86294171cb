package io.coxswain.simulation;

import io.coxswain.controller.Context;
import io.coxswain.controller.KeyReconciler;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.TerminalException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees each call of a reconciler: what it was called with, what became of calls that had no answer, how it ended. */
final class Reconcile<R extends Resource<R>> implements KeyReconciler<R> {
    /** A reconciler stays on its thread, also while it waits. A thread is given the value of its maker, and so shows who that is. */
    private static final ThreadLocal<@Nullable Call> PRESENT = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Call childValue(@Nullable Call maker) {
            if (maker != null && !isMadeByEnvironment()) {
                maker.startsThread.run();
            }
            return null;
        }
    };

    /** The environment's pools grow also while a reconciler waits. */
    private static boolean isMadeByEnvironment() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .dropWhile(name -> name.startsWith(Reconcile.class.getName()))
                        .takeWhile(name -> !name.equals(Reconcile.class.getName()))
                        .anyMatch(name -> name.startsWith("io.coxswain.environment.")));
    }

    private final Actor actor;
    private final String controller;
    private final Kind<R> kind;
    private final KeyReconciler<R> reconciler;
    private final Map<String, Exception> failing;

    /** A call of a reconciler. */
    static final class Call {
        /** Requests without an answer that nothing was done about, by kind. */
        private final Map<String, String> unanswered = new LinkedHashMap<>();

        private final Actor actor;
        private final Runnable startsThread;

        private Call(Actor actor, Runnable startsThread) {
            this.actor = actor;
            this.startsThread = startsThread;
        }

        /** The reconciler turns to a kind: whatever it didn't know of it, it may find out. */
        void touches(Kind<?> kind) {
            unanswered.remove(kind.name());
        }

        void isUnanswered(Kind<?> kind, String point) {
            unanswered.put(kind.name(), point);
        }
    }

    /** @param failing where the failures of those are that failed when they were last tried, by controller and object */
    Reconcile(
            Actor actor, String controller, Kind<R> kind, KeyReconciler<R> reconciler, Map<String, Exception> failing) {
        this.actor = actor;
        this.controller = controller;
        this.kind = kind;
        this.reconciler = reconciler;
        this.failing = failing;
    }

    /**
     * The call of an actor's reconciler that is at work on this thread; {@code null} if none is. Another actor's code may run there too,
     * when it waited for what the reconciler has just committed.
     */
    static @Nullable Call present(Actor actor) {
        Call present = PRESENT.get();
        return present != null && present.actor == actor ? present : null;
    }

    @Override
    public Outcome reconcile(ResourceKey key, Optional<R> resource, Context<R> context) throws Exception {
        World world = actor.world();
        Call call = new Call(actor, () -> world.checks().startsThread(controller, key));
        PRESENT.set(call);
        world.reconciles();
        world.note(
                actor.name(),
                () -> "reconciles " + Names.of(kind, key)
                        + resource.map(read ->
                                        " as of revision " + read.metadata().resourceVersion()
                                                + (read.metadata().isDeleting() ? ", being deleted" : ""))
                                .orElse(", which is absent"));
        try {
            @Nullable
            Outcome outcome = reconciler.reconcile(
                    key, resource, world.isDetailed() ? new ReadingContext<>(context, actor) : context);
            if (outcome == null) {
                throw new IllegalStateException("the reconciler returned null: return Outcome.done(), again(...) or"
                        + " retryWithBackoff(...)");
            }
            recovered(key);
            world.note(
                    actor.name(),
                    () -> "is done with " + Names.of(kind, key)
                            + (outcome instanceof Outcome.Done ? "" : ": " + outcome));
            if (outcome instanceof Outcome.Done) {
                call.unanswered.forEach((at, point) -> world.checks().swallowed(controller, key, point));
            }
            return outcome;
        } catch (Exception e) {
            world.note(actor.name(), () -> "fails with " + Names.of(kind, key) + ": " + e.getMessage());
            if (e instanceof TerminalException) {
                recovered(key);
            } else {
                failing.put(described(key), e);
            }
            throw e;
        } finally {
            PRESENT.remove();
        }
    }

    private void recovered(ResourceKey key) {
        if (!failing.isEmpty()) {
            failing.remove(described(key));
        }
    }

    private String described(ResourceKey key) {
        return "controller " + controller + " fails with " + Names.of(kind, key);
    }
}
