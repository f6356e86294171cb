package io.coxswain.simulation;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Disk;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulationError;
import io.coxswain.resource.Kind;
import io.coxswain.selector.Selection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * One life of an actor, from a start to its death: what it does afterwards doesn't happen, what waits in it is unwound by a {@link CrashSignal}. While it is paused its steps and tasks wait.
 */
final class ActorEnvironment implements Environment {
    private static final Duration APART = Duration.ofSeconds(3);

    private final Actor actor;
    private final World world;
    private final Environment base;
    private final String name;
    private final String prefix;
    private final long staleRevision;
    private final long staleUntilNanos;
    private final CompletableFuture<Void> death = new CompletableFuture<>();
    private final Queue<Runnable> frozen = new ArrayDeque<>();
    private final List<Relay<?>> relays = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();

    private @Nullable Kind<?> firstKind;
    private boolean dead;
    private boolean inStep;
    private boolean cut;
    private @Nullable CompletableFuture<Void> pause;

    ActorEnvironment(Actor actor, String name, long staleRevision) {
        this.actor = actor;
        this.staleRevision = staleRevision;
        world = actor.world();
        base = world.environment();
        this.name = name;
        prefix = name + "/";
        staleUntilNanos = staleRevision == 0 ? 0 : base.nanoTime() + World.LAG.toNanos();
    }

    /** Which life of which actor, such as {@code manager.2}. */
    String name() {
        return name;
    }

    Actor actor() {
        return actor;
    }

    boolean isDead() {
        return dead;
    }

    /** Whether the code that runs now is a step of a serial executor: one of the library's own. */
    boolean isInStep() {
        return inStep;
    }

    void requireAlive() {
        if (dead) {
            throw new CrashSignal();
        }
    }

    void kill() {
        dead = true;
        for (Relay<?> relay : List.copyOf(relays)) {
            relay.close();
        }
        resume();
        death.complete(null);
    }

    void pause(Duration time) {
        if (pause == null && !dead) {
            pause = new CompletableFuture<>();
            world.note(actor.name(), () -> "stands still");
            world.later(time, this::resume);
        }
    }

    boolean isPaused() {
        return pause != null;
    }

    void resume() {
        CompletableFuture<Void> over = pause;
        if (over != null) {
            pause = null;
            if (!dead) {
                world.note(actor.name(), () -> "goes on");
            }
            over.complete(null);
            for (Runnable step = frozen.poll(); step != null; step = frozen.poll()) {
                step.run();
            }
        }
    }

    void cutOff(Duration time) {
        if (!cut) {
            cut = true;
            world.note(actor.name(), () -> "can't reach the API");
            relays.forEach(relay -> relay.hold(time));
            world.later(time, this::heal);
        }
    }

    void heal() {
        if (cut) {
            cut = false;
            world.note(actor.name(), () -> "reaches the API again");
            List.copyOf(relays).forEach(Relay::release);
        }
    }

    boolean isCutOff() {
        return cut;
    }

    void add(Relay<?> relay) {
        relays.add(relay);
    }

    void remove(Relay<?> relay) {
        relays.remove(relay);
    }

    /** The revision that the first list of a cache is served from; 0: the newest. */
    long firstListRevision(Kind<?> kind, Selection selection) {
        return staleRevision != 0 && base.nanoTime() < staleUntilNanos && listed.add(kind + " " + selection)
                ? staleRevision
                : 0;
    }

    /** How long the cache of a kind still stays where it began. An API server's catch up one by one: that of the first kind before the others, or after them. */
    Duration stale(Kind<?> kind) {
        if (staleRevision == 0) {
            return Duration.ZERO;
        }
        if (firstKind == null) {
            firstKind = kind;
        }
        boolean last = kind.equals(firstKind) == (staleRevision % 2 == 0);
        long until = staleUntilNanos + (last ? APART.toNanos() : 0);
        return Duration.ofNanos(Math.max(0, until - base.nanoTime()));
    }

    /** Runs a piece of this life's code. */
    void enter(Runnable code) {
        run(code, true);
    }

    private void run(Runnable code, boolean step) {
        ActorEnvironment before = world.entered(this);
        boolean stepBefore = inStep;
        inStep = step;
        try {
            code.run();
        } catch (CrashSignal unwound) {
            // it died; there is nobody left to tell
        } catch (RuntimeException | Error e) {
            if (!dead) {
                world.escaped(actor, e);
            }
        } finally {
            inStep = stepBefore;
            world.entered(before);
        }
    }

    @Override
    public Instant now() {
        return actor.clock().now();
    }

    @Override
    public long nanoTime() {
        return actor.clock().nanoTime();
    }

    @Override
    public RandomGenerator random(String purpose) {
        return base.random(actor.name() + "/" + purpose);
    }

    @Override
    public String newUid() {
        return base.newUid();
    }

    /** That of all actors: it outlasts each of them. */
    @Override
    public Disk disk() {
        return base.disk();
    }

    @Override
    public Executor serial(String name) {
        return guarded(base.serial(prefix + name), true);
    }

    @Override
    public Executor workers(String name, int limit) {
        return guarded(base.workers(prefix + name, limit), false);
    }

    private Executor guarded(Executor inner, boolean step) {
        return code -> {
            if (!dead) {
                inner.execute(() -> begin(inner, code, step));
            }
        };
    }

    private void begin(Executor inner, Runnable code, boolean step) {
        if (dead) {
            return;
        }
        if (pause != null) {
            frozen.add(() -> inner.execute(() -> begin(inner, code, step)));
            return;
        }
        run(code, step);
    }

    @Override
    public Cancellable schedule(Duration delay, Executor on, Runnable step) {
        return base.schedule(actor.clock().trueTime(delay), on, step);
    }

    /** Silent in a search: thousands of runs in which something goes wrong on purpose. So is code of a process that has died, while it is unwound. */
    @Override
    public Logger logger(String name) {
        return world.logs() ? whileAlive(base.logger(name)) : NOPLogger.NOP_LOGGER;
    }

    private Logger whileAlive(Logger log) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> method.invoke(dead ? NOPLogger.NOP_LOGGER : log, arguments));
    }

    @Override
    public <T extends @Nullable Object> T await(CompletionStage<T> stage, Duration limit) {
        requireAlive();
        if (stage.toCompletableFuture().isDone()) {
            return base.await(stage, limit);
        }
        CompletableFuture<Void> either = new CompletableFuture<>();
        var unused = stage.whenComplete((value, failure) -> either.complete(null));
        var unusedToo = death.whenComplete((value, failure) -> either.complete(null));
        ActorEnvironment self = this;
        try {
            base.await(either, actor.clock().trueTime(limit));
            while (pause != null && !dead) {
                base.await(pause, Duration.ofDays(1));
            }
        } catch (SimulationError ended) {
            dead = true; // with the simulation, so that nothing it does while it is unwound counts
            throw ended;
        } finally {
            world.entered(self);
            inStep = false;
        }
        requireAlive();
        return base.await(stage, limit);
    }
}
