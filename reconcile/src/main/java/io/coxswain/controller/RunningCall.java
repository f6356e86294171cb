package io.coxswain.controller;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call of a reconciler that is under way, on the thread that began it; any thread may abandon it. */
final class RunningCall {
    private final ReconcileContext<?> context;
    private final Environment environment;
    private final Thread thread = Thread.currentThread();
    private final long began;
    private @Nullable Cancellable limit;
    private volatile boolean overdue;
    private volatile boolean ended;

    private RunningCall(ReconcileContext<?> context, Environment environment) {
        this.context = context;
        this.environment = environment;
        began = environment.nanoTime();
    }

    /** Notes that the present thread begins a call, which is abandoned after a time unless that is {@code null}. */
    static RunningCall begin(
            ReconcileContext<?> context, @Nullable Duration most, Environment environment, Executor timers) {
        RunningCall call = new RunningCall(context, environment);
        if (most != null) {
            call.limit = environment.schedule(most, timers, call::expire);
        }
        return call;
    }

    private void expire() {
        overdue = true;
        abandon();
    }

    /** Whether it was abandoned because of its time. */
    boolean isOverdue() {
        return overdue;
    }

    /** Refuses further writes and interrupts it. */
    void abandon() {
        context.close();
        synchronized (this) {
            if (!ended) {
                thread.interrupt();
            }
        }
    }

    /** For the thread of the call, which has returned from it: no interrupt that was meant for it reaches the thread's next task. Returns how long it took. */
    Duration end() {
        if (limit != null) {
            limit.cancel();
        }
        synchronized (this) {
            ended = true;
            Thread.interrupted();
        }
        return Duration.ofNanos(environment.nanoTime() - began);
    }
}
