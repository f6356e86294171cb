package io.coxswain.controller;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call of a reconciler that is under way, on the thread that began it; any thread may abandon it, or ask what it does. */
final class RunningCall {
    /** Whose frames say nothing about where a reconciler is. */
    private static final List<String> LIBRARY =
            List.of("java.", "jdk.", "sun.", "io.coxswain.environment.", "io.coxswain.client.");

    private final ReconcileContext<?> context;
    private final Environment environment;
    private final FlightRecorder.Flight flight = FlightRecorder.PRESENT.begin();
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

    /** How long it has been under way. */
    Duration age() {
        return Duration.ofNanos(environment.nanoTime() - began);
    }

    /** What it does: for how long, where, and why it was begun. */
    @Override
    public String toString() {
        return context.key() + " for " + age().toMillis() + " ms" + place() + LastRun.because(context.triggers());
    }

    private String place() {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (LIBRARY.stream().noneMatch(frame.getClassName()::startsWith)) {
                return " at " + frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return "";
    }

    /** For the thread of the call, which has returned from it: no interrupt that was meant for it reaches the thread's next task. Says what it was. */
    RecentRuns.Run end(String controller, String result) {
        if (limit != null) {
            limit.cancel();
        }
        synchronized (this) {
            ended = true;
            Thread.interrupted();
        }
        flight.end(controller, context.key(), context.attempt(), context.triggers(), result);
        long now = environment.nanoTime();
        return new RecentRuns.Run(context.key(), context.attempt(), context.triggers(), now - began, now, result);
    }
}
