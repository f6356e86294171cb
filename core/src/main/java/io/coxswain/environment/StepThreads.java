package io.coxswain.environment;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the serial executors, which take turns on them.
 *
 * <p>A turn that is given by a step is kept by its thread and runs there next: telling another executor is mostly a step's last act, and waking another thread for it
 * takes fifty times as long. All further turns given meanwhile go to the other threads. Executors that keep waking each other don't get a thread for themselves: it runs
 * a bounded number of such turns in a row.
 */
final class StepThreads implements Executor {

    /** A step that takes long in spite of the rules holds up half of the others, not all. */
    private static final int MIN_THREADS = 2;

    private static final int TURNS_IN_A_ROW = 16;

    private final ThreadPoolExecutor pool;

    StepThreads(Duration keepAlive) {
        int threads = Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors());
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                keepAlive.toNanos(),
                TimeUnit.NANOSECONDS,
                new LinkedTransferQueue<>(),
                InternalThread.factory("coxswain-step"));
        pool.allowCoreThreadTimeOut(true);
    }

    /** Runs a turn soon. */
    @Override
    public void execute(Runnable turn) {
        if (!(Thread.currentThread() instanceof InternalThread thread && thread.keepTurn(this, turn))) {
            executeInTurn(turn);
        }
    }

    /** Runs a turn after those that wait already. */
    void executeInTurn(Runnable turn) {
        pool.execute(() -> runFrom(turn));
    }

    private void runFrom(Runnable first) {
        InternalThread thread = (InternalThread) Thread.currentThread();
        thread.keepTurnsOf(this);
        @Nullable Runnable turn = first;
        for (int i = 0; i < TURNS_IN_A_ROW && turn != null; i++) {
            turn.run();
            turn = thread.takeKeptTurn();
        }
        thread.keepTurnsOf(null);
        if (turn != null) {
            executeInTurn(turn);
        }
    }
}
