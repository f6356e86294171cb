package io.coxswain.environment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs steps one after another, in the order in which they were given, on shared threads. Takes a turn only while there are
 * steps, and ends it after a bounded number of them.
 */
final class SerialExecutor implements Executor {

    /*
     * Any thread calls execute(); the threads call drain(), never twice at once.
     *
     * The steps form a linked list (Vyukov's MPSC queue). 'head' is the node whose step was taken last, at first a dummy.
     *
     *   field      written by                   mode
     *   tail       producers                    getAndSet: gives each producer its place, so it decides the order of steps
     *   node.next  the producer of the next     volatile; cleared plainly by the drain when the node is behind it
     *   node.step  its producer; the drain      plain: published by node.next
     *   head       the drain                    plain: published from one drain to the next by state (and the threads' queue)
     *   state      both                         volatile, CAS
     *
     *   IDLE -> SCHEDULED   by who finds a step while no drain is on its way: a producer after linking its node, or the drain that has just
     *                       ended. It hands drain() to the threads.
     *   SCHEDULED -> IDLE   by the drain as its last act, before it looks at its last node's 'next' once more.
     *
     * No step is left behind: a producer writes 'next', then reads 'state'; an ending drain writes 'state', then reads 'next'. All four are
     * volatile, so at least one of the two sees the other's write. If both do, the CAS lets one win.
     *
     * execute() is wait-free but for the hand-over to the threads. A producer that is suspended between taking its place and linking hides the steps behind it
     * until it goes on; the drain doesn't spin for it but ends, and the producer itself will schedule the next one.
     */

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private static final int IDLE = 0;
    private static final int SCHEDULED = 1;

    /** Steps taken in one turn: enough to make the hand-over cheap, few enough to let others have the thread soon. */
    private static final int STEPS_PER_TURN = 32;

    private static final VarHandle TAIL;
    private static final VarHandle STATE;
    private static final VarHandle NEXT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TAIL = lookup.findVarHandle(SerialExecutor.class, "tail", Node.class);
            STATE = lookup.findVarHandle(SerialExecutor.class, "state", int.class);
            NEXT = lookup.findVarHandle(Node.class, "next", Node.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String name;
    private final StepThreads threads;
    private final Runnable drain = this::drain;

    @SuppressWarnings("UnusedVariable") // by TAIL
    private volatile Node tail;

    private volatile int state = IDLE;
    private Node head;

    SerialExecutor(String name, StepThreads threads) {
        this.name = Objects.requireNonNull(name, "name");
        this.threads = threads;
        this.head = new Node(null);
        this.tail = head;
    }

    @Override
    public void execute(Runnable step) {
        Node node = new Node(Objects.requireNonNull(step, "step"));
        Node before = (Node) TAIL.getAndSet(this, node);
        before.next = node;
        if (state == IDLE && casState(IDLE, SCHEDULED)) {
            hand(threads::execute);
        }
    }

    /** Hands over the drain, whose turn it is now. */
    private void hand(Consumer<Runnable> way) {
        try {
            way.accept(drain);
        } catch (Throwable e) {
            state = IDLE; // no thread could be had: the next caller tries again
            throw e;
        }
    }

    private void drain() {
        InternalThread.nowRuns(name);
        for (int i = 0; i < STEPS_PER_TURN; i++) {
            Runnable step = poll();
            if (step == null) {
                break;
            }
            run(step);
        }
        Node last = head;
        state = IDLE;
        if (last.next != null && casState(IDLE, SCHEDULED)) {
            hand(threads::executeInTurn);
        }
    }

    private @Nullable Runnable poll() {
        Node before = head;
        Node node = before.next;
        if (node == null) {
            return null;
        }
        NEXT.set(before, null); // else a chain of dead nodes in the old generation would keep young ones alive
        head = node;
        Runnable step = node.step;
        node.step = null;
        return step;
    }

    private void run(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            OutOfMemory.noticeIn(e);
            LOG.atError().setCause(e).addKeyValue("executor", name).log("A step failed; the executor goes on");
        }
    }

    private boolean casState(int expected, int next) {
        return STATE.compareAndSet(this, expected, next);
    }

    @Override
    public String toString() {
        return "SerialExecutor[" + name + "]";
    }

    private static final class Node {
        @Nullable
        Runnable step;

        volatile @Nullable Node next;

        Node(@Nullable Runnable step) {
            this.step = step;
        }
    }
}
