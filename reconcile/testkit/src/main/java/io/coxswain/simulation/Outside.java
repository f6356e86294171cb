package io.coxswain.simulation;

import io.coxswain.error.RequestTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A system outside of the cluster, such as a cloud or a database, to which reconcilers talk. What it holds is the test's: it survives the crashes of its callers. Each call is a point at which the
 * run may deviate, as a call to the API is.
 */
public final class Outside {
    private static final Set<Fault> OFFERED = EnumSet.of(
            Fault.CRASH_BEFORE,
            Fault.CRASH_AFTER,
            Fault.TIMEOUT_APPLIED,
            Fault.TIMEOUT_LOST,
            Fault.SLOW,
            Fault.PAUSE,
            Fault.OVERLAP);

    private final String name;
    private @Nullable World world;

    Outside(String name) {
        this.name = name;
    }

    void joins(World run) {
        world = run;
    }

    /**
     * Makes a call.
     *
     * @param what names the call, such as {@code create vm/a}
     * @param effect what it does there
     * @throws RequestTimeoutException if there is no answer; whether it was done is unknown
     */
    public <T> T call(String what, Supplier<T> effect) {
        World run = world;
        ActorEnvironment life = run == null ? null : run.entered();
        if (run == null || life == null) {
            return effect.get();
        }
        life.requireAlive();
        Actor actor = life.actor();
        Point point = actor.point(name + " " + what);
        Deviation deviation = actor.deviation(point, OFFERED);
        if (deviation == null) {
            return done(run, actor, point, effect);
        }
        run.note(actor.name(), () -> "! " + deviation);
        return switch (deviation.fault()) {
            case CRASH_BEFORE -> throw crash(actor, deviation);
            case CRASH_AFTER -> {
                done(run, actor, point, effect);
                throw crash(actor, deviation);
            }
            case TIMEOUT_APPLIED -> {
                done(run, actor, point, effect);
                throw new RequestTimeoutException("no answer to: " + name + " " + what);
            }
            case TIMEOUT_LOST -> throw new RequestTimeoutException("no answer to: " + name + " " + what);
            case SLOW -> later(run, life, point, deviation.slowness(), effect);
            case PAUSE -> {
                life.pause(World.LONG);
                yield later(run, life, point, World.LONG, effect);
            }
            case OVERLAP -> {
                run.driver().actNow();
                yield done(run, actor, point, effect);
            }
            default -> throw new IllegalStateException("fault " + deviation.fault() + " at a call");
        };
    }

    private static <T> T later(World run, ActorEnvironment life, Point point, Duration delay, Supplier<T> effect) {
        CompletableFuture<Void> later = new CompletableFuture<>();
        run.later(delay, () -> later.complete(null));
        life.await(later, Duration.ofDays(1));
        return done(run, life.actor(), point, effect);
    }

    private static CrashSignal crash(Actor actor, Deviation deviation) {
        actor.crash(deviation.back());
        return new CrashSignal();
    }

    private static <T> T done(World world, Actor actor, Point point, Supplier<T> effect) {
        T result = effect.get();
        world.note(actor.name(), point::text);
        world.checks().outside();
        return result;
    }
}
