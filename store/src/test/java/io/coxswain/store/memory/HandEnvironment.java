package io.coxswain.store.memory;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Disk;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Nothing runs by itself: what is given to an executor is run by hand, by operations that a model checker interleaves. */
final class HandEnvironment implements Environment {
    final Hand serial = new Hand();

    /** Steps in their order, to be run one at a time. */
    static final class Hand implements Executor {
        private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();

        @Override
        public void execute(Runnable step) {
            steps.add(step);
        }

        /** Returns whether there was one. */
        boolean runOne() {
            Runnable step = steps.poll();
            if (step != null) {
                step.run();
            }
            return step != null;
        }
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public RandomGenerator random(String purpose) {
        return new SplittableRandom(0);
    }

    @Override
    public String newUid() {
        return "uid";
    }

    @Override
    public Disk disk() {
        throw new IllegalStateException("nothing is kept here");
    }

    @Override
    public Executor serial(String name) {
        return serial;
    }

    @Override
    public Executor workers(String name, int limit) {
        return serial;
    }

    /** Time doesn't pass. */
    @Override
    public Cancellable schedule(Duration delay, Executor on, Runnable step) {
        return () -> false;
    }

    @Override
    public <T> T await(CompletionStage<T> stage, Duration limit) {
        throw new IllegalStateException("nothing waits here");
    }
}
