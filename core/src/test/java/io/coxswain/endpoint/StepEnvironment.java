package io.coxswain.endpoint;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Disk;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Steps run when the test says so, one by one. */
final class StepEnvironment implements Environment {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Duration time = Duration.ZERO;

    private record Timer(Duration due, Executor on, Runnable step) {}

    boolean runStep() {
        Runnable step = steps.poll();
        if (step != null) {
            step.run();
        }
        return step != null;
    }

    void runSteps() {
        while (runStep()) {}
    }

    void pass(Duration duration) {
        time = time.plus(duration);
        for (Timer timer : List.copyOf(timers)) {
            if (timer.due.compareTo(time) <= 0 && timers.remove(timer)) {
                timer.on.execute(timer.step);
            }
        }
        runSteps();
    }

    int timers() {
        return timers.size();
    }

    @Override
    public Executor serial(String name) {
        return steps::add;
    }

    @Override
    public Cancellable schedule(Duration delay, Executor on, Runnable step) {
        Timer timer = new Timer(time.plus(delay), on, step);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plus(time);
    }

    @Override
    public long nanoTime() {
        return time.toNanos();
    }

    @Override
    public RandomGenerator random(String purpose) {
        throw new AssertionError("not expected here");
    }

    @Override
    public String newUid() {
        throw new AssertionError("not expected here");
    }

    @Override
    public Disk disk() {
        throw new AssertionError("not expected here");
    }

    @Override
    public Executor workers(String name, int limit) {
        throw new AssertionError("not expected here");
    }

    @Override
    public <T> T await(CompletionStage<T> stage, Duration limit) {
        throw new AssertionError("not expected here");
    }
}
