package io.coxswain.environment.simulated;

import io.coxswain.environment.Environment;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets exactly one thread of a simulation run at a time.
 *
 * <p>Whoever holds the baton makes happen what is next. The test's thread, and a task that waits, do so on top of their own frames as long as
 * that needs no frames of its own: steps and timers. The beginning of a task needs a thread of the pool, which then goes on from there, and the end of
 * another wait needs the thread that waits; in both cases the baton is handed over and the thread that had it parks. So a client call whose answer
 * takes only steps costs no hand-over. In the last run of a simulation tasks begin on the caller's thread as well: whatever waits there when it ends can
 * be unwound, as nothing happens afterwards.
 */
class Baton {

    /*
     *   holder    the thread that may run, or null between two calls of the test. Written by the new holder itself when it begins (the test's thread,
     *             a thread of the pool) or by the old one when it hands over to a waiting one. Volatile only for the checks that find foreign threads
     *             and for threads whose baton was revoked.
     *   driver    the test's thread during its call.
     *   resumed   (in Waiter) false -> true by the holder as its last act but for unparking; the volatile write publishes the holder's writes to the
     *             waiting thread, which reads it before it goes on. A thread of the pool is published to by the pool.
     *   whenStuck told the error if it is the driver that doesn't come back; null while only others may run code that could block for ever.
     *   revoked   null -> the error, by the watchdog's thread. The driver then takes the baton from the thread that doesn't give it back, which
     *             finds out when it compares holder with itself.
     *
     * All other state of the simulation is plain: only the holder touches it.
     */

    private static final Executor THREADS = Environment.system().workers("simulation", Integer.MAX_VALUE);

    private final Schedule schedule;

    private volatile @Nullable Thread holder;
    private volatile @Nullable Thread driver;
    private volatile @Nullable SimulationError revoked;
    private volatile @Nullable SimulationError foreignCall;
    private volatile @Nullable Consumer<SimulationError> whenStuck;

    Baton(Schedule schedule) {
        this.schedule = schedule;
    }

    /** What the holder makes happen; asked only by the holder. */
    interface Schedule {
        SimulatedAction next();

        /** Whether tasks may begin on the thread of a waiter, which has no other frames than its own. */
        boolean mayBegin(Waiter mine);
    }

    /**
     * Takes the baton for a call of the test.
     *
     * @param stuck told if a task blocks the thread of this call, where tasks may begin there
     * @return false if this thread has it already, in a call within a call
     */
    boolean take(@Nullable Consumer<SimulationError> stuck) {
        checkCaller();
        if (holder != null) {
            return false;
        }
        whenStuck = stuck;
        holder = Thread.currentThread();
        driver = Thread.currentThread();
        return true;
    }

    void release() {
        driver = null;
        holder = null;
    }

    boolean isHeld() {
        return holder == Thread.currentThread();
    }

    /** Refuses a thread that acts on the simulation while another one runs: its timing is nothing that could be repeated. */
    void checkCaller() {
        Thread now = holder;
        if (now != null && now != Thread.currentThread()) {
            SimulationError error = new SimulationError(
                    SimulationError.Reason.FOREIGN_THREAD,
                    "Thread " + Thread.currentThread().getName() + " acts on the simulation while thread "
                            + now.getName() + " runs it: use only threads of the environment's executors",
                    null);
            foreignCall = error;
            throw error;
        }
    }

    /** What a thread that isn't the holder did or was done to; ends the run. */
    @Nullable
    SimulationError fault() {
        SimulationError error = revoked;
        return error != null ? error : foreignCall;
    }

    void clearFault() {
        revoked = null;
        foreignCall = null;
    }

    /** Makes happen what is next until it is the waiter's turn, which is this thread's. Called and left with the baton. */
    void waitFor(Waiter mine) {
        while (!mine.isResumed()) {
            SimulatedAction next = schedule.next();
            if (next instanceof SimulatedWorkers && !schedule.mayBegin(mine)) {
                THREADS.execute(() -> goOnFrom(next));
                park(mine);
                return;
            }
            // not to be asked afterwards: by then it may be on its way back, held by this thread already and its waiter
            // not yet resumed
            boolean passes = next instanceof Waiter waiter && waiter.thread() != Thread.currentThread();
            next.perform();
            if (passes || !isHeld()) {
                park(mine);
                return;
            }
        }
    }

    /** The life of a pool's thread: from the beginning of a task until the baton goes to a thread that waits. */
    private void goOnFrom(SimulatedAction first) {
        holder = Thread.currentThread();
        first.perform();
        while (isHeld()) {
            schedule.next().perform();
        }
    }

    void passTo(Waiter waiter) {
        Thread thread = waiter.thread();
        holder = thread;
        waiter.setResumed();
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /** Sleeps until the baton is passed to the waiter. */
    void park(Waiter mine) {
        boolean interrupted = false;
        while (!mine.isResumed()) {
            SimulationError error = revoked;
            if (error != null && driver == Thread.currentThread()) {
                holder = Thread.currentThread();
                throw error;
            }
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The holder blocks by means that the simulation doesn't see: ends the run. Called by the watchdog's thread. */
    void revoke(String limit) {
        Thread stuck = holder;
        Thread test = driver;
        if (stuck == null || test == null) {
            return;
        }
        Throwable where = new Throwable("stack of thread " + stuck.getName());
        where.setStackTrace(stuck.getStackTrace());
        SimulationError error = new SimulationError(
                SimulationError.Reason.FOREIGN_BLOCKING,
                "Thread " + stuck.getName() + " has not come back for " + limit
                        + ": code in a simulation may wait only by Environment.await, not by locks, sleep, sockets or futures",
                where);
        revoked = error;
        stuck.interrupt();
        Consumer<SimulationError> told = whenStuck;
        if (stuck == test && told != null) {
            told.accept(error);
        } else {
            LockSupport.unpark(test);
        }
    }
}
