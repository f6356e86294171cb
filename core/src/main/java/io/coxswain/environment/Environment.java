package io.coxswain.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only source of time, threads, timers, randomness, ids, files that last and waiting. Code that takes all of them from here runs unchanged in a deterministic simulation.
 *
 * <p>Internal loops are steps on a {@link #serial} executor, scheduled when there is work: short, and never blocking. Code of users runs on {@link #workers} and may block, by {@link #await}
 * only. The two never share threads, so blocked user code can't stop a lease from being renewed.
 *
 * <p>Thread-safe.
 */
public interface Environment {

    /**
     * The real one: the machine's clock, platform threads for internal steps; for user code virtual threads from JDK 24 on, where
     * blocking inside {@code synchronized} doesn't hold up others, and platform threads before. One for the whole JVM; its threads are daemons and end when idle.
     */
    static Environment system() {
        return SystemEnvironment.INSTANCE;
    }

    /** The time of day. May be set back; for durations use {@link #nanoTime()}. */
    Instant now();

    /** A clock that only goes forward, in nanoseconds from an arbitrary origin. */
    long nanoTime();

    /**
     * A stream of random numbers for one purpose; users of the same purpose don't draw the same numbers. Streams of different purposes are independent, so that one more draw here changes nothing there. The stream may be used from any thread.
     */
    RandomGenerator random(String purpose);

    /**
     * How many threads can be at work at the same time, for dividing what they would otherwise contend for: the machine's processors; 1 where one thread of control runs at a time, so that
     * nothing depends on which thread it is.
     */
    default int parallelism() {
        return 1;
    }

    /** A new uid in the form of a UUID. */
    String newUid();

    /** An executor that runs internal steps one after another, in the order in which they were given. Steps are short and never block. Each call makes a new one; it needs no closing. */
    Executor serial(String name);

    /**
     * An executor for user code, which may block. Runs up to {@code limit} tasks at once, begins them in order. Each call makes a new one; it needs no closing.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    Executor workers(String name, int limit);

    /**
     * An executor for the library's own tasks that may block, on files, sockets or processes. As {@link #workers}, but never kept from running by code of users: that may compute for long, and
     * where it has virtual threads, as many such tasks as there are processors leave nothing to any other.
     *
     * @throws IllegalArgumentException if the limit is below 1
     */
    default Executor blocking(String name, int limit) {
        return workers(name, limit);
    }

    /** Hands a step to an executor after a delay; at once if it is zero or negative. Steps due at the same time are handed over in the order in which they were scheduled. */
    Cancellable schedule(Duration delay, Executor on, Runnable step);

    /** The files that outlast this process. */
    Disk disk();

    /** Where code tells of what it meets; a simulation in which things go wrong on purpose may keep silent. */
    default Logger logger(String name) {
        return LoggerFactory.getLogger(name);
    }

    /**
     * Waits until a stage is complete: the only way in which library code blocks.
     *
     * @return the stage's result
     * @throws AwaitException if the limit passes first or the waiting thread is interrupted (its interrupt flag is then set)
     * @throws RuntimeException the stage's own failure, unwrapped and with the waiting thread's stack as suppressed context; a checked one is wrapped in {@code CompletionException}
     * @throws IllegalStateException on a thread of a {@link #serial} executor, which must not block
     */
    <T extends @Nullable Object> T await(CompletionStage<T> stage, Duration limit);
}
