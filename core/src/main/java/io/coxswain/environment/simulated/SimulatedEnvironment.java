package io.coxswain.environment.simulated;

import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulationError.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic environment. One thread runs at a time, time stands still until nothing else can happen and then jumps to the next timer, and
 * random numbers and uids come from a seed. The same code with the same options does the same, on every machine and JVM.
 *
 * <p>The thread that drives it, usually a test's, calls {@link #run}, {@link #runUntil}, {@link #advance}, or anything that waits by {@link #await};
 * between these calls nothing happens. Tasks of {@link #workers} may wait as well, and go on when it is their turn. What a step or task throws is logged and
 * kept in {@link #failures()}, except for an {@code Error}, such as that of an assertion, which ends the run and is thrown to the caller.
 *
 * <p>Not thread-safe: a foreign thread that acts on it during a run makes the run fail.
 */
public final class SimulatedEnvironment implements Environment, AutoCloseable {
    private static final String UIDS = "environment/uids";

    /** So many a few controllers have that are started several times. */
    private static final int EXECUTORS = 256;

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_IETF = 1L << 63;

    private final SimulationOptions options;
    private final Simulation simulation;
    private final SimulatedDisk disk;

    // Only looked up, never iterated.
    private final Map<String, RandomGenerator> streams = new HashMap<>();
    private final Map<String, Integer> executors = new HashMap<>(EXECUTORS);

    private Duration clockOffset = Duration.ZERO;

    public SimulatedEnvironment(SimulationOptions options) {
        this(options, new SimulatedDisk(options.seed()));
    }

    /** One with a disk on which others before it have left their files. */
    public SimulatedEnvironment(SimulationOptions options, SimulatedDisk disk) {
        this.options = Objects.requireNonNull(options, "options");
        this.simulation = new Simulation(options);
        this.disk = Objects.requireNonNull(disk, "disk");
        disk.usedWith(this::pass);
    }

    /** Lets time pass for the code that runs now, while others go on. */
    private void pass(Duration time) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        var unused = schedule(time, Runnable::run, () -> over.complete(true));
        await(over, time.multipliedBy(2));
    }

    @Override
    public SimulatedDisk disk() {
        return disk;
    }

    /** One with the default schedule. */
    public static SimulatedEnvironment seeded(long seed) {
        return new SimulatedEnvironment(SimulationOptions.seeded(seed));
    }

    /** Runs what can happen now, without letting time pass. */
    public void run() {
        simulation.drive(simulation.time().nanos(), null);
    }

    /**
     * Runs until the condition holds, letting time pass. The condition is looked at before every action; it may wait.
     *
     * @throws SimulationError if it doesn't hold within the limit, or nothing can happen any more
     */
    public void runUntil(BooleanSupplier condition, Duration limit) {
        Objects.requireNonNull(condition, "condition");
        long horizon = simulation.time().after(saturatedNanos(limit));
        if (!simulation.drive(horizon, condition)) {
            throw notReached(horizon, limit);
        }
    }

    /**
     * Runs until the condition holds, as {@link #runUntil} does, for the last time: {@link #close} is all that may follow. So tasks may begin on the calling thread, which saves two hand-overs between
     * threads; one that waits there in the end is unwound by a {@link SimulationError}.
     *
     * <p>A task that blocks by other means than {@link #await} may thereby block the caller, for ever if it doesn't heed its interruption; others are told of that, on a thread of their own.
     *
     * @param whenStuck told what blocks the calling thread, at most once; must be short
     * @throws SimulationError if it doesn't hold within the limit, or nothing can happen any more
     */
    public void runToEnd(BooleanSupplier condition, Duration limit, Consumer<SimulationError> whenStuck) {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(whenStuck, "whenStuck");
        long horizon = simulation.time().after(saturatedNanos(limit));
        if (!simulation.driveToEnd(horizon, condition, whenStuck)) {
            throw notReached(horizon, limit);
        }
    }

    private SimulationError notReached(long horizon, Duration limit) {
        if (simulation.time().pending() == 0) {
            return simulation.error(
                    Reason.DEADLOCK, "The condition doesn't hold and nothing can happen that would change it");
        }
        simulation.time().skipTo(horizon);
        return simulation.error(Reason.LIMIT_PASSED, "The condition doesn't hold within " + limit);
    }

    /** Runs everything that happens within a time from now; then this time has passed. */
    public void advance(Duration time) {
        long horizon = simulation.time().after(saturatedNanos(time));
        simulation.drive(horizon, null);
        simulation.time().skipTo(horizon);
    }

    /** Sets the clock, {@link #now()}, forward or back. Timers and {@link #nanoTime()} don't notice. */
    public void stepClock(Duration by) {
        clockOffset = clockOffset.plus(by);
        trace("clock " + by);
    }

    @Override
    public Instant now() {
        return options.start().plusNanos(simulation.time().nanos()).plus(clockOffset);
    }

    @Override
    public long nanoTime() {
        return simulation.time().nanos();
    }

    /** The same stream for each call with the same purpose. */
    @Override
    public RandomGenerator random(String purpose) {
        return streams.computeIfAbsent(purpose, this::stream);
    }

    private RandomGenerator stream(String purpose) {
        return new SplittableRandom(Trace.scrambled(options.seed() ^ Trace.hashOf(purpose)));
    }

    @Override
    public String newUid() {
        RandomGenerator random = random(UIDS);
        long high = random.nextLong() & ~0xf000L;
        long low = random.nextLong() >>> 2;
        return new UUID(high | VERSION_4, low | VARIANT_IETF).toString();
    }

    @Override
    public Executor serial(String name) {
        return new SimulatedSerial(uniqueName(name), simulation);
    }

    @Override
    public Executor workers(String name, int limit) {
        return new SimulatedWorkers(uniqueName(name), limit, simulation);
    }

    private String uniqueName(String name) {
        int count = executors.merge(Objects.requireNonNull(name, "name"), 1, Integer::sum);
        return count == 1 ? name : name + "~" + count;
    }

    @Override
    public Cancellable schedule(Duration delay, Executor on, Runnable step) {
        Objects.requireNonNull(on, "on");
        OnceOnly once = new OnceOnly(Objects.requireNonNull(step, "step"));
        long nanos = saturatedNanos(delay);
        if (!simulation.accepts()) {
            return once;
        }
        if (nanos <= 0) {
            on.execute(once);
        } else {
            VirtualTime time = simulation.time();
            once.timer = time.at(time.after(nanos), () -> simulation.runAsTimer(() -> on.execute(once)));
        }
        return once;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Called by a task, others go on meanwhile; called by the test, it runs the simulation. The limit is of virtual time.
     */
    @Override
    public <T extends @Nullable Object> T await(CompletionStage<T> stage, Duration limit) {
        Context context = simulation.current();
        if (!context.mayWait()) {
            throw new IllegalStateException("Serial executor " + context.name()
                    + " must not wait: go on in a callback of the stage, or run this on workers");
        }
        CompletableFuture<T> future = stage.toCompletableFuture();
        long nanos = saturatedNanos(limit);
        if (!future.isDone() && nanos > 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw AwaitException.interrupted(null);
            }
            simulation.await(future, nanos);
        }
        if (!future.isDone()) {
            throw limitPassed(limit, context);
        }
        if (future.isCompletedExceptionally()) { // asked before, as joining would wrap it, at the cost of another stack
            throw AwaitException.unwrapped(Objects.requireNonNull(
                    future.handle((value, failure) -> failure).join()));
        }
        return future.join();
    }

    private AwaitException limitPassed(Duration limit, Context context) {
        AwaitException exception = AwaitException.limitPassed(limit);
        if (!context.isTest()) {
            return exception;
        }
        return new AwaitException(exception.reason(), exception.getMessage() + "; " + simulation.describe(), null);
    }

    /** Mixes a text into the trace. */
    public void trace(String text) {
        simulation.trace().mix(Trace.hashOf(text));
    }

    /** Mixes a number, such as a revision, into the trace. */
    public void record(long number) {
        simulation.trace().mix(number);
    }

    /** A hash over all that has happened: the names of the actions, their times, and what was traced. Equal for equal runs. */
    public long traceHash() {
        return simulation.trace().hash();
    }

    /** How many actions have happened. */
    public long actions() {
        return simulation.trace().actions();
    }

    public SimulationOptions options() {
        return options;
    }

    /** What steps and tasks have thrown, except for errors, in this order. */
    public List<Throwable> failures() {
        return List.copyOf(simulation.failures());
    }

    /**
     * Ends the simulation. What waits is unwound by a {@link SimulationError}, so no thread stays; what is yet to happen is dropped. Calling again
     * does nothing.
     */
    @Override
    public void close() {
        simulation.close();
    }

    private static long saturatedNanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** A step that runs unless it was cancelled before. */
    private static final class OnceOnly implements Runnable, Cancellable {
        private final Runnable step;
        private VirtualTime.@Nullable Timer timer;
        private boolean over;

        OnceOnly(Runnable step) {
            this.step = step;
        }

        @Override
        public void run() {
            if (!over) {
                over = true;
                step.run();
            }
        }

        @Override
        public boolean cancel() {
            if (over) {
                return false;
            }
            over = true;
            if (timer != null) {
                timer.cancel();
            }
            return true;
        }
    }
}
