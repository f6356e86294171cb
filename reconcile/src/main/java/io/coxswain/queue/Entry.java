package io.coxswain.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue knows of one key while it waits or is in progress.
 *
 * <pre>
 *   FRESH --admit--> READY --take--> PROCESSING --add--> DIRTY
 *     |                ^                 | done            | done: the next turn
 *     |                +-----------------|-----------------+
 *     +--shut down--> GONE &lt;-------------+
 * </pre>
 *
 * <p>Lock-free; any thread may call anything. Fields:
 *
 * <ul>
 *   <li>{@code state}, volatile, changed by CAS only: phase, priority and the number of the turn. Whoever wins a transition does what belongs to it: stands the key in line, takes it, removes it.
 *   <li>{@code since}: when the phase began. Written by the winner of the last transition, opaque, since whoever reads it to tell how long it took only reports; the one who must have the right
 *       value is the taker, and to it the transition to READY (or the publication in the map, for a fresh one) publishes it.
 *   <li>{@code waiting}, volatile, pushed by CAS, emptied by the taker: what triggered the run that is to come.
 *   <li>{@code taken}: what triggered the run in progress. Owned by the taker; others see an older list or this one.
 * </ul>
 *
 * <p>An adder that leaves the state as it is reads it after a full fence ({@link #isStill}), and taking is a CAS before the work reads anything. So of an adder that finds its key READY and a worker
 * that takes it, either the adder's change is seen by the work, or the adder sees that the key was taken and asks for one more run. {@code AddAgainstTakeStress} checks
 * that, and its canary that without the fence changes are lost even on x86; {@code ReadyKeysLincheckTest} all that interleavings alone can show.
 */
class Entry<K> {
    /** How many of the revisions that made a key ready are kept: enough to explain a reconcile, and a bound for a key that changes while it waits. */
    static final int MAX_TRIGGERS = 8;

    private static final VarHandle STATE;
    private static final VarHandle SINCE;
    private static final VarHandle WAITING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Entry.class, "state", int.class);
            SINCE = lookup.findVarHandle(Entry.class, "since", long.class);
            WAITING = lookup.findVarHandle(Entry.class, "waiting", Trigger.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Phases: numbers, as they are part of the word that is changed by CAS. */
    static final int FRESH = 0;

    static final int READY = 1;
    static final int PROCESSING = 2;
    static final int DIRTY = 3;
    /** Out of the map, or about to be: whoever still holds the entry looks the key up again. */
    static final int GONE = 4;

    private static final int PHASE_MASK = 0b0111;
    private static final int NORMAL_BIT = 0b1000;
    private static final int NEXT_TURN = 0b1_0000;

    final K key;
    private volatile int state = FRESH;

    @SuppressWarnings("UnusedVariable") // by SINCE
    private long since;

    private volatile @Nullable Trigger waiting;
    private @Nullable Trigger taken;

    Entry(K key, long now) {
        this.key = key;
        since = now;
    }

    /** A revision that made the key ready, and those before it. */
    private record Trigger(
            long revision, int count, @Nullable Trigger before) {}

    final int state() {
        return state;
    }

    static int phase(int state) {
        return state & PHASE_MASK;
    }

    static boolean isNormal(int state) {
        return (state & NORMAL_BIT) != 0;
    }

    static int with(int state, int phase, Priority priority) {
        int turn = state & -NEXT_TURN;
        return turn | (priority == Priority.NORMAL ? NORMAL_BIT : 0) | phase;
    }

    static int with(int state, int phase) {
        return state & ~PHASE_MASK | phase;
    }

    /** Ready for another turn, in which no place of an earlier one counts. */
    static int nextTurn(int state) {
        return with(state + NEXT_TURN, READY);
    }

    boolean casState(int expected, int next) {
        return STATE.compareAndSet(this, expected, next);
    }

    final long sinceOpaque() {
        return (long) SINCE.getOpaque(this);
    }

    final void setSinceOpaque(long now) {
        SINCE.setOpaque(this, now);
    }

    /** Whether the state is the expected one, after everything that the caller did before: whoever takes the key later sees all of that. */
    final boolean isStill(int expected) {
        VarHandle.fullFence();
        return state == expected;
    }

    /** Remembers a revision for the run that is to come; the first ones and the newest are kept. */
    final void triggeredBy(long revision) {
        Trigger newest = waiting;
        while (revision != 0 && (newest == null || newest.revision < revision)) {
            if (WAITING.compareAndSet(this, newest, pushed(revision, newest))) {
                return;
            }
            newest = waiting;
        }
    }

    private static Trigger pushed(long revision, @Nullable Trigger newest) {
        if (newest == null) {
            return new Trigger(revision, 1, null);
        }
        return newest.count < MAX_TRIGGERS
                ? new Trigger(revision, newest.count + 1, newest)
                : new Trigger(revision, MAX_TRIGGERS, newest.before);
    }

    /** By the taker: what triggered the run that begins now. An adder that is between noting its revision and seeing that the key was taken finds it in this run, and causes one more. */
    final void takeTriggers() {
        taken = waiting == null ? null : (Trigger) WAITING.getAndSet(this, null);
    }

    final List<Long> taken() {
        Trigger newest = taken;
        if (newest == null) {
            return List.of();
        }
        List<Long> revisions = new ArrayList<>(newest.count);
        for (Trigger trigger = newest; trigger != null; trigger = trigger.before) {
            revisions.add(trigger.revision);
        }
        Collections.reverse(revisions);
        return Collections.unmodifiableList(revisions);
    }
}
