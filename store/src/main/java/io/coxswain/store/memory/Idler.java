package io.coxswain.store.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the log in steps, and rests in a waiting room while there is nothing to read: the going idle and the waking of a
 * {@link Subscriber}.
 *
 * <p>Who may call what: the step {@code begin}, {@code rest} and {@code ended}; any thread {@code nudge}; the baton's holder
 * {@code livesIn}, once, before the first step; whoever emptied the room {@code leaveRoom}, then {@code wake}. Who has moved the state to running
 * or woken has to queue the one step that there is: {@code wake} says so to its caller, the others do it.
 *
 * <p>States, in {@code state}, changed by compare-and-set of identities, or by the step where nobody else may:
 *
 * <ul>
 *   <li>{@code RUNNING}: a step is queued or runs. Nobody wakes it: before it rests it looks for news once more. It moves on to:
 *   <li>{@link Arming}: about to rest. It is in its room, and has yet to look for news. Whoever wakes it now sends it back to
 *       its own position, as commits between that and the waker's may have come before it entered. The step moves on to
 *       {@code IDLE}, or back to {@code RUNNING} if there is news.
 *   <li>{@code IDLE}: rests, has no position. A commit that concerns it wakes it with its own; what lies between concerned
 *       it not. So quiet is never behind, and a narrow watch doesn't read what isn't for it.
 *   <li>{@link Woken}: a step is queued by a waker, which said from where to read. The step moves on to {@code RUNNING}.
 *   <li>{@code ENDED}: for good.
 * </ul>
 *
 * <p>Going idle against committing: the step writes the state and enters the room, then looks for news (the head, and requests such
 * as to end); a committer publishes the head, then looks into the room and reads the state; who requests something writes the
 * request, then reads the state. All of these are volatile accesses, so one of the two sees the other. Resting takes effect with
 * the compare-and-set to {@code IDLE}, a wake-up or nudge with the one to {@code Woken}.
 *
 * <p>{@code waiting} says that it is in the room's stack or was taken out and not yet looked at; with it goes {@code below}, which
 * is the stack's. Who empties the room clears it before reading the state, the step writes the state before it reads it: if it
 * finds itself waiting it need not enter, because whoever takes it out will look at its new state. {@code room} is volatile because a nudge may
 * come before the first step: who reads none then knows that nobody has woken this yet.
 *
 * <p>Waking is lock-free: a compare-and-set fails only because the step or another waker made progress. Resting is wait-free but for
 * the push.
 *
 * <p>{@code IdlerLincheckTest} checks it together with {@link WaitingRoom}, and that twins with one step out of order lose
 * events; for them the steps are methods.
 */
abstract class Idler {
    private static final Object RUNNING = "running";
    private static final Object IDLE = "idle";
    private static final Object ENDED = "ended";

    private static final VarHandle WAITING;

    static {
        try {
            WAITING = MethodHandles.lookup().findVarHandle(Idler.class, "waiting", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Compared by identity, so that an old one is never taken for a new one of the same position. */
    static final class Arming {
        final long position;

        Arming(long position) {
            this.position = position;
        }
    }

    static final class Woken {
        final long position;

        Woken(long position) {
            this.position = position;
        }
    }

    private final AtomicReference<Object> state = new AtomicReference<>(RUNNING);

    @SuppressWarnings("UnusedVariable") // read through its handle
    private volatile boolean waiting;

    private volatile @Nullable WaitingRoom room;

    /** The one below in the room's stack; belongs to whoever has {@code waiting} set or clears it. */
    @Nullable
    Idler below;

    /** Whether there is anything to read at or behind a position, or another reason for a step. */
    abstract boolean hasNews(long position);

    /** The newest revision that committers are done with. */
    abstract long dispatched();

    /** Has one step run. */
    abstract void queueStep();

    void livesIn(WaitingRoom own) {
        room = own;
    }

    /** The step, first of all; returns from where to read. */
    long begin(long cursor) {
        if (state.get() instanceof Woken woken) {
            state.set(RUNNING);
            return Math.max(cursor, woken.position);
        }
        return cursor;
    }

    /** The step, last of all, if there is nothing to read before a position. */
    void rest(long position) {
        Arming arming = arm(position);
        enterRoom();
        settle(arming);
    }

    Arming arm(long position) {
        Arming arming = new Arming(position);
        state.set(arming);
        return arming;
    }

    void enterRoom() {
        WaitingRoom own = room;
        if (own == null) {
            throw new IllegalStateException("a step before there is a room");
        }
        if (WAITING.compareAndSet(this, false, true)) {
            own.push(this);
        }
    }

    void settle(Arming arming) {
        if (!hasNews(arming.position)) {
            state.compareAndSet(arming, IDLE);
        } else if (state.compareAndSet(arming, RUNNING)) {
            queueStep();
        }
    }

    void ended() {
        state.set(ENDED);
    }

    /** It has been taken out of the room; the state is to be read after this. */
    void leaveRoom() {
        waiting = false;
    }

    /**
     * A commit of this revision concerns it.
     *
     * @return whether a step is to be queued
     */
    boolean wake(long revision) {
        while (true) {
            Object now = state.get();
            Woken woken = wokenFrom(now, revision);
            if (woken == null) {
                return false;
            }
            if (state.compareAndSet(now, woken)) {
                return true;
            }
        }
    }

    @Nullable
    Woken wokenFrom(@Nullable Object now, long idlePosition) {
        if (now instanceof Arming arming) {
            return new Woken(arming.position);
        }
        return now == IDLE ? new Woken(idlePosition) : null;
    }

    /** Any thread that has left a request: has a step run that looks at it. */
    void nudge() {
        // read before the state: whatever came before found this one if it concerned it
        if (wake(firstUnseen())) {
            queueStep();
        }
    }

    /** The first revision of which no waker may have told it. */
    long firstUnseen() {
        long dispatched = dispatched();
        WaitingRoom own = room;
        return own == null ? dispatched + 1 : own.firstUnseen(dispatched);
    }
}
