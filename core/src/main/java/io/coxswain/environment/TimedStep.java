package io.coxswain.environment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A step that runs once unless it was cancelled before, be it still with the timer or already with its executor. */
final class TimedStep implements Runnable, Cancellable {

    /*
     * WAITING -> BEGUN       by the thread that runs the step
     * WAITING -> CANCELLED   by the first thread that cancels
     *
     * The CAS decides between them, so cancel() tells the truth also while the executor is about to run the step.
     */
    private static final int WAITING = 0;
    private static final int BEGUN = 1;
    private static final int CANCELLED = 2;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(TimedStep.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Runnable step;
    private volatile int state = WAITING;

    /** What frees the timer's memory when the step is cancelled; null if it never was with the timer. */
    private volatile @Nullable Future<?> timer;

    TimedStep(Runnable step) {
        this.step = step;
    }

    void setTimer(Future<?> timer) {
        this.timer = timer;
    }

    @Override
    public void run() {
        if (casState(WAITING, BEGUN)) {
            step.run();
        }
    }

    @Override
    public boolean cancel() {
        if (!casState(WAITING, CANCELLED)) {
            return false;
        }
        Future<?> queued = timer;
        if (queued != null) {
            queued.cancel(false);
        }
        return true;
    }

    private boolean casState(int expected, int next) {
        return state == expected && STATE.compareAndSet(this, expected, next);
    }
}
