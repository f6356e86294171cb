package io.coxswain.environment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks, which may block, on threads that it starts when there is work: at most {@code limit} at once, begun in order. */
final class LimitedExecutor implements Executor {

    /*
     * Any thread calls execute(); each thread that was started runs drain() once.
     *
     *   waiting   tasks not begun; a lock-free queue, whose order is the order of beginning
     *   running   threads that are in drain() or on their way into it; CAS up to the limit, atomic decrement
     *
     * No task is left behind: execute() adds the task, then reads 'running'; a drain that found the queue empty decrements 'running', then
     * looks at the queue again. So if execute() finds the limit reached, one of the threads that it counted has yet to look at the queue.
     */

    private static final Logger LOG = LoggerFactory.getLogger(LimitedExecutor.class);

    private static final VarHandle RUNNING;

    static {
        try {
            RUNNING = MethodHandles.lookup().findVarHandle(LimitedExecutor.class, "running", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;
    private final int limit;
    private final Executor threads;
    private final Runnable drain = this::drain;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    private volatile int running;

    LimitedExecutor(String name, int limit, Executor threads) {
        this.name = Objects.requireNonNull(name, "name");
        if (limit < 1) {
            throw new IllegalArgumentException("Workers " + name + ": limit: " + limit + ": must be at least 1");
        }
        this.limit = limit;
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(Objects.requireNonNull(task, "task"));
        if (casRunningUp()) {
            startThread();
        }
    }

    private void startThread() {
        try {
            threads.execute(drain);
        } catch (Throwable e) {
            RUNNING.getAndAdd(this, -1); // no thread could be had: the task waits for the next one
            throw e;
        }
    }

    private void drain() {
        do {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                run(task);
            }
            RUNNING.getAndAdd(this, -1);
        } while (!waiting.isEmpty() && casRunningUp());
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            OutOfMemory.noticeIn(e);
            LOG.atError().setCause(e).addKeyValue("executor", name).log("A task failed; the executor goes on");
        } finally {
            Thread.interrupted(); // the next task is not to find the flag that was meant for this one
        }
    }

    private boolean casRunningUp() {
        for (int now = running; now < limit; now = running) {
            if (RUNNING.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "LimitedExecutor[" + name + ", " + limit + "]";
    }
}
