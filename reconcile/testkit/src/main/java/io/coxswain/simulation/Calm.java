package io.coxswain.simulation;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** The end of a run, without faults: all must come to rest and match, with what runs and once more after all has started again, stay so through several resyncs, and bear what else the test asks for. */
final class Calm {
    private static final int RESYNCS = 3;
    private static final Duration AFTER_RESYNC = Duration.ofSeconds(5);
    private static final int SHOWN = 6;

    /** Longer than the longest back-off, with which a reconciler may wait that met many faults. */
    private static final Duration BACK_OFF = Duration.ofSeconds(330);

    /** Longer than that, and than {@code again} with ten minutes, by a clock that was slow when the timer was set. */
    private static final Duration TIMERS = Duration.ofMinutes(16);

    private final World world;
    private final Simulation declared;
    private final Runnable whenOver;
    private BiConsumer<Duration, Runnable> settle = (quiet, then) -> {};

    Calm(World world, Simulation declared, Runnable whenOver) {
        this.world = world;
        this.declared = declared;
        this.whenOver = whenOver;
    }

    /** Begins; the argument goes on when nothing was written for a while. */
    void begin(BiConsumer<Duration, Runnable> settling) {
        settle = settling;
        world.managers().forEach(ManagerProgram::forgetFailures);
        settle.accept(Driver.rest(), () -> {
            if (isInTrouble()) {
                settle.accept(BACK_OFF, this::patient);
            } else {
                patient();
            }
        });
    }

    private boolean isInTrouble() {
        for (ManagerProgram manager : world.managers()) {
            if (manager.isInTrouble()) {
                return true;
            }
        }
        return false;
    }

    private void patient() {
        afterTimers(() -> !isQuiet() || holds(), this::untouched);
    }

    /** What isn't right may still become so by a timer that is set. */
    private void afterTimers(BooleanSupplier right, Runnable then) {
        if (right.getAsBoolean()) {
            then.run();
        } else {
            world.later(TIMERS, () -> settle.accept(Driver.rest(), then));
        }
    }

    private boolean holds() {
        State state = world.state();
        return declared.stableProperties().values().stream().allMatch(property -> Checks.holds(property, state));
    }

    /** Nothing has been started anew since the faults stopped. */
    private void untouched() {
        if (isRight()) {
            restartAll();
            settle.accept(Driver.rest(), () -> {
                if (isRight()) {
                    resync(1);
                }
            });
        }
    }

    /** What is right only after a restart was wrong before. */
    private void restartAll() {
        for (Actor actor : world.actors()) {
            if (actor.role() != Actor.Role.NODE) {
                actor.kill("is stopped");
                actor.start();
            }
        }
    }

    private boolean isRight() {
        if (!isQuiet()) {
            world.violated(Violation.of(
                    FreeCheck.COMES_TO_REST.text(),
                    "objects are written again and again, for as long as it was watched"));
            return false;
        }
        State state = world.state();
        declared.stableProperties().forEach((name, property) -> world.checks().test(name, property, state));
        for (ManagerProgram manager : world.managers()) {
            manager.failing().forEach(world.checks()::lastingFailure);
            manager.mapperFailures().forEach(world.checks()::lostChange);
        }
        return world.violation() == null;
    }

    private boolean isQuiet() {
        long idle = world.environment().nanoTime() - world.rest().lastNanos();
        return idle >= Driver.rest().toNanos() || declared.unchecked().contains(FreeCheck.COMES_TO_REST);
    }

    private void resync(int number) {
        if (number > RESYNCS) {
            roundTrips(declared.roundTrips().iterator());
            return;
        }
        long before = world.revision();
        settle.accept(AFTER_RESYNC, () -> resynced(number, before));
        world.managers().forEach(manager -> manager.triggerAll(world.state()));
    }

    private void resynced(int number, long before) {
        if (world.rest().commits() > 0 && !declared.unchecked().contains(FreeCheck.COMES_TO_REST)) {
            world.violated(Violation.of(
                    FreeCheck.COMES_TO_REST.text(),
                    world.rest().commits() + " writes after revision " + before
                            + " though nothing changed but that everything was reconciled once more"));
        }
        resync(number + 1);
    }

    private void roundTrips(Iterator<Simulation.RoundTrip<?>> open) {
        if (open.hasNext()) {
            there(open.next(), () -> roundTrips(open));
        } else {
            end();
        }
    }

    private <R extends Resource<R>> void there(Simulation.RoundTrip<R> trip, Runnable then) {
        Kind<R> kind = trip.kind();
        ResourceKey key = trip.key();
        R original = world.state().find(kind, key).orElse(null);
        if (original == null) {
            then.run();
            return;
        }
        List<String> before = world.endState(trip.ignored());
        act("changes " + Names.of(kind, key), world.api().patch(kind, key, trip.change()));
        settle.accept(Driver.rest(), () -> {
            act(
                    "changes back " + Names.of(kind, key),
                    world.api().patch(kind, key, stored -> kind.withMetadata(original, stored.metadata())));
            settle.accept(
                    Driver.rest(),
                    () -> afterTimers(() -> before.equals(world.endState(trip.ignored())), () -> {
                        compare(
                                "round trip of " + Names.of(kind, key) + " ends where it began",
                                before,
                                world.endState(trip.ignored()));
                        then.run();
                    }));
        });
    }

    private void act(String what, CompletionStage<?> call) {
        world.note("user", () -> what);
        var unused = call.whenComplete((any, failure) -> {
            if (failure != null) {
                world.violated(new Violation(World.STEPS, what + ": " + failure.getMessage(), failure));
            }
        });
    }

    private void end() {
        if (!declared.controllers().isEmpty()
                && !world.hasReconciled()
                && world.deviations().isEmpty()) {
            world.violated(Violation.of(
                    "a controller is called",
                    "nothing that concerns one was ever made: let the workload create what they reconcile"));
        }
        List<String> ignored = declared.sameEndIgnoring();
        if (ignored != null) {
            List<String> faultless = declared.faultlessEnd();
            if (faultless != null) {
                compare("the end is that of the run without faults", faultless, world.endState(ignored));
            }
        }
        whenOver.run();
    }

    private void compare(String property, List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        List<String> more = new ArrayList<>(actual);
        for (String each : actual) {
            missing.remove(each);
        }
        for (String each : expected) {
            more.remove(each);
        }
        if (!missing.isEmpty() || !more.isEmpty()) {
            StringBuilder text = new StringBuilder();
            missing.stream()
                    .limit(SHOWN)
                    .forEach(each -> text.append("\n    expected ").append(each));
            more.stream()
                    .limit(SHOWN)
                    .forEach(each -> text.append("\n    found    ").append(each));
            world.violated(Violation.of(property, text.toString()));
        }
    }
}
