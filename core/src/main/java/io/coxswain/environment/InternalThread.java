package io.coxswain.environment;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A thread of the library's own steps. It must not block, so it knows what it is running and can say so. */
final class InternalThread extends Thread {

    /** These threads outlast whoever needs them first, and so aren't of its group, whose end somebody may wait for. */
    static final ThreadGroup ROOT = root(Thread.currentThread().getThreadGroup());

    // Written and read by this thread only.
    private String running;
    private @Nullable StepThreads turnsOf;
    private @Nullable Runnable keptTurn;

    private InternalThread(Runnable body, String name) {
        super(ROOT, body, name, 0, false);
        this.running = name;
        setDaemon(true);
        // Else the thread would keep alive the class loader of whoever happened to need it first.
        setContextClassLoader(InternalThread.class.getClassLoader());
    }

    private static ThreadGroup root(ThreadGroup group) {
        ThreadGroup above = group;
        while (above.getParent() != null) {
            above = above.getParent();
        }
        return above;
    }

    static ThreadFactory factory(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return body -> new InternalThread(body, prefix + "-" + count.incrementAndGet());
    }

    /** Says what this thread runs from now on. Does nothing on other threads. */
    static void nowRuns(String executor) {
        if (Thread.currentThread() instanceof InternalThread thread) {
            thread.running = executor;
        }
    }

    /** What the calling thread runs, or null if it isn't one of these and may block. */
    static @Nullable String running() {
        return Thread.currentThread() instanceof InternalThread thread ? thread.running : null;
    }

    /** From now on this thread keeps one turn at a time that is given on it; or, given null, none. */
    void keepTurnsOf(@Nullable StepThreads threads) {
        turnsOf = threads;
    }

    /**
     * Keeps a turn to be run here next.
     *
     * @return false if this thread keeps none, or one already
     */
    boolean keepTurn(StepThreads threads, Runnable turn) {
        if (turnsOf != threads || keptTurn != null) {
            return false;
        }
        keptTurn = turn;
        return true;
    }

    @Nullable
    Runnable takeKeptTurn() {
        Runnable turn = keptTurn;
        keptTurn = null;
        return turn;
    }
}
