package io.coxswain.environment;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock and the JVM's threads. Steps run on a small pool of platform threads, timers on one thread that only hands over, code
 * of users on threads of its own. All are daemons and end when they have had nothing to do for a while.
 */
final class SystemEnvironment implements Environment {
    static final SystemEnvironment INSTANCE = new SystemEnvironment(Duration.ofSeconds(10));

    private static final Logger LOG = LoggerFactory.getLogger(SystemEnvironment.class);

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_IETF = 1L << 63;

    private final Duration keepAlive;
    private final StepThreads steps;
    private final ScheduledThreadPoolExecutor timers;

    SystemEnvironment(Duration keepAlive) {
        this.keepAlive = keepAlive;
        this.steps = new StepThreads(keepAlive);
        this.timers = timerThread(keepAlive);
    }

    private static ScheduledThreadPoolExecutor timerThread(Duration keepAlive) {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, InternalThread.factory("coxswain-timer"));
        timer.setKeepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public RandomGenerator random(String purpose) {
        Objects.requireNonNull(purpose, "purpose");
        return new RandomStream(RandomStream.mix(Seeds.STREAMS.getAndAdd(RandomStream.GOLDEN_GAMMA)));
    }

    @Override
    public int parallelism() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** A version 4 UUID. Two seeds of 64 bits per JVM make it as improbable as usual that two JVMs give the same one. */
    @Override
    public String newUid() {
        long step = Seeds.UIDS.getAndAdd(RandomStream.GOLDEN_GAMMA);
        long high = RandomStream.mix(Seeds.UID_HIGH + step) & ~0xf000L;
        long low = RandomStream.mix(Seeds.UID_LOW + step) >>> 2;
        return new UUID(high | VERSION_4, low | VARIANT_IETF).toString();
    }

    @Override
    public Executor serial(String name) {
        return new SerialExecutor(name, steps);
    }

    @Override
    public Executor workers(String name, int limit) {
        return new LimitedExecutor(name, limit, WorkerThreads.named(name, keepAlive));
    }

    @Override
    public Executor blocking(String name, int limit) {
        return new LimitedExecutor(name, limit, WorkerThreads.platform(name, keepAlive));
    }

    @Override
    public Cancellable schedule(Duration delay, Executor on, Runnable step) {
        Objects.requireNonNull(on, "on");
        TimedStep timed = new TimedStep(Objects.requireNonNull(step, "step"));
        long nanos = saturatedNanos(delay);
        if (nanos <= 0) {
            on.execute(timed);
        } else {
            timed.setTimer(timers.schedule(() -> handOver(on, timed), nanos, TimeUnit.NANOSECONDS));
        }
        return timed;
    }

    private static void handOver(Executor on, TimedStep step) {
        try {
            on.execute(step);
        } catch (Throwable e) {
            LOG.atError().setCause(e).addKeyValue("executor", on).log("A scheduled step was not accepted");
        }
    }

    @Override
    public <T extends @Nullable Object> T await(CompletionStage<T> stage, Duration limit) {
        String running = InternalThread.running();
        if (running != null) {
            throw new IllegalStateException("Serial executor " + running
                    + " must not wait: go on in a callback of the stage, or run this on workers");
        }
        try {
            return stage.toCompletableFuture().get(saturatedNanos(limit), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw AwaitException.unwrapped(e);
        } catch (CancellationException e) {
            throw AwaitException.unwrapped(e);
        } catch (TimeoutException e) {
            throw AwaitException.limitPassed(limit);
        } catch (InterruptedException e) {
            throw AwaitException.interrupted(e);
        }
    }

    @Override
    public Disk disk() {
        return SystemDisk.INSTANCE;
    }

    private static long saturatedNanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Drawn when first needed: a simulation, which has its own, uses this environment for nothing but timers. */
    private static final class Seeds {
        static final AtomicLong STREAMS;
        static final AtomicLong UIDS = new AtomicLong();
        static final long UID_HIGH;
        static final long UID_LOW;

        static {
            SecureRandom seeds = new SecureRandom();
            STREAMS = new AtomicLong(seeds.nextLong());
            UID_HIGH = seeds.nextLong();
            UID_LOW = seeds.nextLong();
        }
    }
}
