package io.coxswain.store.memory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where idle subscribers with one interest wait: a stack that each of them pushes itself on (Treiber, Systems programming:
 * Coping with parallelism, 1986) and that is emptied as a whole, so there is no ABA. A commit that concerns the room finds
 * nobody in it with one look.
 *
 * <p>Few are woken by the baton's holder itself. Waking many would hold up writers, so where many use the room it leaves the
 * revision in {@code due}, and a round on another executor wakes all who wait then. While a round is due, further commits
 * only look at {@code due}: a hundred watchers of everything cost a committer that one look.
 *
 * <p>Who may call what: subscribers {@code push}, the baton's holder {@code wake}, {@code enter} and {@code leave}, any thread
 * {@code firstUnseen}.
 *
 * <ul>
 *   <li>{@code top}: compare-and-set by who pushes, get-and-set by who empties. The links are plain: the write of {@code top}
 *       publishes them, and a stack that was taken belongs to its taker.
 *   <li>{@code due}: volatile; the revision of the first commit that concerned the room since the last round began, or
 *       {@link #NONE}. Set by the baton's holder, who then queues a round; reset by the round.
 *   <li>{@code waking}: volatile; the revision with which a round wakes, {@link #NONE} outside of rounds. The round's; rounds of
 *       one room follow each other on a serial executor.
 *   <li>{@code users}, {@code leftovers}: the baton holder's.
 * </ul>
 *
 * <p>No wake-up is lost. A subscriber enters the room, then reads the head; a committer publishes the head, then reads {@code due}
 * and {@code top}; a round resets {@code due}, then empties the stack. All of these are volatile. So if the committer found {@code due}
 * set, the round has yet to empty the stack, and whoever enters after that sees the new head.
 *
 * <p>A revision that comes with a wake-up may be older than needed (another commit came between), never newer: what comes before
 * {@code due} concerned nobody who waits. {@code IdlerLincheckTest} checks this with the
 * other side, {@link Idler}.
 */
class WaitingRoom {
    /** How a room has its idlers' steps run. */
    interface WakeUps {
        /** After the baton was given back. */
        void runLater(Idler idler);

        /** One after another, away from committers. */
        Executor rounds();
    }

    /** Waking so many takes about as long as queueing a round. */
    static final int FEW = 4;

    private static final long NONE = Long.MAX_VALUE;

    private final AtomicReference<@Nullable Idler> top = new AtomicReference<>();
    private volatile long due = NONE;
    private volatile long waking = NONE;

    private int users;
    /** How many left since the stack was emptied last, who may still be in it. */
    private int leftovers;

    void push(Idler idler) {
        Idler below;
        do {
            below = top.get();
            idler.below = below;
        } while (!top.compareAndSet(below, idler));
    }

    /** Wakes everybody with the revision of a commit that concerns them. */
    void wake(long revision, WakeUps wakeUps) {
        if (due != NONE || top.get() == null) {
            return;
        }
        if (users <= FEW) {
            leftovers = 0;
            Idler next = top.getAndSet(null);
            while (next != null) {
                Idler idler = next;
                next = takeOut(idler);
                if (idler.wake(revision)) {
                    wakeUps.runLater(idler);
                }
            }
        } else {
            leftovers = 0;
            due = revision;
            queueRound(wakeUps.rounds());
        }
    }

    private void queueRound(Executor rounds) {
        try {
            rounds.execute(this::round);
        } catch (RuntimeException | Error noThread) {
            // the committer pays instead
            round();
        }
    }

    private void round() {
        long revision = due;
        announceRound(revision);
        reset();
        wakeAll(top.getAndSet(null), revision);
        waking = NONE;
    }

    void announceRound(long revision) {
        waking = revision;
    }

    void reset() {
        due = NONE;
    }

    private static void wakeAll(@Nullable Idler first, long revision) {
        Idler next = first;
        while (next != null) {
            Idler idler = next;
            next = takeOut(idler);
            if (idler.wake(revision)) {
                idler.queueStep();
            }
        }
    }

    private static @Nullable Idler takeOut(Idler idler) {
        Idler below = idler.below;
        idler.below = null;
        idler.leaveRoom();
        return below;
    }

    /**
     * The first revision that somebody who waits here may not know of.
     *
     * @param dispatched the last one that committers are done with, read before
     */
    long firstUnseen(long dispatched) {
        // in this order: a round raises its flag before it resets the other one
        long next = Math.min(dispatched + 1, due);
        return Math.min(next, waking);
    }

    void enter() {
        users++;
    }

    /** A subscriber that ended uses the room no more; returns whether nobody does. */
    boolean leave(Engine engine) {
        users--;
        leftovers++;
        if (users == 0) {
            top.set(null);
            leftovers = 0;
            return true;
        }
        if (leftovers > users) {
            // whoever waits looks up, finds nothing, and comes back; those that ended don't
            wake(engine.dispatched() + 1, engine);
        }
        return false;
    }
}
