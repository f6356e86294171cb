package io.coxswain.store.memory;

import io.coxswain.client.Selector;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.Resource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watch: a cursor on the shared log, moved by steps on the listener's executor.
 *
 * <p>States, in {@code state}, changed by compare-and-set of identities only:
 *
 * <ul>
 *   <li>{@code RUNNING}: a step is queued or runs; the cursor and the other plain fields are its. Nobody wakes it: before
 *       it rests it looks at the head and at the requests once more.
 *   <li>{@link Arming}: about to rest. It is in its waiting room, and has yet to look at the head. Whoever wakes it now
 *       sends it back to its own position, as commits between that and the waker's may have come before it entered.
 *   <li>{@code IDLE}: rests, has no position. A commit that concerns it wakes it with its own; what lies between concerned
 *       it not. So quiet is never behind, and a narrow watch doesn't read what isn't for it.
 *   <li>{@link Woken}: a step is queued by a waker, which said from where to read.
 *   <li>{@code ENDED}: the listener has been told so.
 * </ul>
 *
 * <p>Going idle against committing: the subscriber writes its state and enters the room, then reads the head; a committer
 * publishes the head, then looks into the rooms and reads the state. All four are volatile accesses, so one of them sees the
 * other. Requests (close, bookmark, failure) are written before the state is read, and read after it is written: the same.
 *
 * <p>{@code waiting} says that the subscriber is in the room's stack or was taken out and not yet looked at. A committer
 * clears it before it reads the state, the subscriber writes the state before it reads it: if it finds itself waiting it
 * need not enter, because whoever takes it out will look at its new state.
 */
final class Subscriber<R extends Resource<R>> implements Watch, Runnable {
    /** Bounds a step, and the list that one call of the listener gets (by one commit more). */
    private static final int COMMITS_PER_STEP = 4_096;

    private static final int EVENTS_PER_STEP = 1_024;

    private static final Object RUNNING = "running";
    private static final Object IDLE = "idle";
    private static final Object ENDED = "ended";

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final VarHandle WAITING;
    private static final VarHandle END_REQUEST;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WAITING = lookup.findVarHandle(Subscriber.class, "waiting", boolean.class);
            END_REQUEST = lookup.findVarHandle(Subscriber.class, "endRequest", WatchEnd.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Compared by identity, so that an old one is never taken for a new one of the same position. */
    private static final class Arming {
        private final long position;

        Arming(long position) {
            this.position = position;
        }
    }

    private static final class Woken {
        private final long position;

        Woken(long position) {
            this.position = position;
        }
    }

    private final Engine engine;
    private final KindTable<R> table;
    private final Selector<R> selector;
    private final Interests.Place place;
    private final Executor executor;
    private final WatchListener<R> listener;
    private final Consumer<Subscriber<?>> release;

    private final AtomicReference<Object> state = new AtomicReference<>(RUNNING);

    @SuppressWarnings("UnusedVariable") // read through its handle
    private volatile boolean waiting;

    private volatile @Nullable WatchEnd endRequest;
    private volatile boolean bookmarkRequest;

    /** The one below in the waiting room's stack; belongs to whoever has {@code waiting} set or clears it. */
    @Nullable
    Subscriber<?> below;
    /** Set once, when the baton's holder takes the subscriber in, before the first step. */
    private @Nullable WaitingRoom room;

    /** The next revision to read; the step's. */
    private long cursor;
    /** The revision up to which to read before the next bookmark, or -1; the step's. */
    private long bookmark = -1;

    Subscriber(
            Engine engine,
            KindTable<R> table,
            Selector<R> selector,
            Interests.Place place,
            long afterRevision,
            Executor executor,
            WatchListener<R> listener,
            Consumer<Subscriber<?>> release) {
        this.engine = engine;
        this.table = table;
        this.selector = selector;
        this.place = place;
        this.cursor = afterRevision + 1;
        this.executor = executor;
        this.listener = listener;
        this.release = release;
    }

    @Override
    public void requestBookmark() {
        bookmarkRequest = true;
        nudge();
    }

    @Override
    public void close() {
        end(new WatchEnd.Closed());
    }

    /** Ends the watch with this cause, unless another came first. Any thread. */
    void end(WatchEnd cause) {
        if (request(cause)) {
            nudge();
        }
    }

    /** Any thread: leaves the cause where the next step finds it, unless another is there. */
    boolean request(WatchEnd cause) {
        return END_REQUEST.compareAndSet(this, null, cause);
    }

    boolean hasEnded() {
        return state.get() == ENDED;
    }

    /** Baton's holder: takes the subscriber in; its first step may run afterwards. */
    void enterInterests() {
        room = table.interests.enter(place);
    }

    /** Baton's holder: lets it go after its end. */
    void leaveInterests() {
        table.interests.leave(place);
    }

    /** Baton's holder: it has been taken out of the room; its state is to be read after this. */
    void leaveWaiting() {
        waiting = false;
    }

    /**
     * Baton's holder: a commit concerns this subscriber.
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

    private static @Nullable Woken wokenFrom(@Nullable Object state, long idlePosition) {
        if (state instanceof Arming arming) {
            return new Woken(arming.position);
        }
        return state == IDLE ? new Woken(idlePosition) : null;
    }

    /** Any thread: lets a resting subscriber look at its requests. */
    private void nudge() {
        while (true) {
            // read before the state: whatever was dispatched up to here found this subscriber if it concerned it
            long position = engine.dispatched() + 1;
            Object now = state.get();
            Woken woken = wokenFrom(now, position);
            if (woken == null) {
                return;
            }
            if (state.compareAndSet(now, woken)) {
                queueStep();
                return;
            }
        }
    }

    /** Any thread that has just moved the state to running or woken. */
    void queueStep() {
        try {
            executor.execute(this);
        } catch (RuntimeException | Error e) {
            request(new WatchEnd.Failed(e));
            engine.endElsewhere(this);
        }
    }

    @Override
    public void run() {
        Object now = state.get();
        if (now instanceof Woken woken) {
            cursor = Math.max(cursor, woken.position);
            state.set(RUNNING);
        }
        WatchEnd end = endRequest;
        if (end != null) {
            finish(end);
        } else {
            step();
        }
    }

    private void step() {
        if (bookmarkRequest) {
            bookmarkRequest = false;
            bookmark = engine.head();
        }
        long head = engine.head();
        try {
            WatchEnd end = cursor <= head ? deliver(head) : null;
            if (end == null && bookmark >= 0 && cursor > bookmark && endRequest == null) {
                bookmark = -1;
                listener.onBookmark(cursor - 1);
            }
            if (end != null) {
                finish(end);
                return;
            }
        } catch (Throwable e) {
            finish(new WatchEnd.Failed(e));
            return;
        }
        if (cursor <= head) {
            queueStep();
        } else {
            rest();
        }
    }

    /** Hands over the next commits; returns why the watch can't go on, if so. */
    private @Nullable WatchEnd deliver(long head) {
        long last = Math.min(head, cursor + COMMITS_PER_STEP - 1);
        if (selector.isAll()) {
            long stretch = Stretches.lastBeforeNext(cursor);
            if (deliverStretch(stretch, head)) {
                return null;
            }
            last = Math.min(last, stretch);
        }
        List<WatchEvent<R>> events = new ArrayList<>();
        WatchEnd end = null;
        while (cursor <= last && events.size() < EVENTS_PER_STEP) {
            Commit commit = engine.commit(cursor);
            if (commit == null) {
                end = new WatchEnd.Expired(engine.oldestRevision());
                break;
            }
            collect(commit, events);
            cursor++;
        }
        if (!events.isEmpty()) {
            listener.onEvents(Collections.unmodifiableList(events));
        }
        return end;
    }

    /** Hands over what all watchers of everything share, if the cursor is at the beginning of a whole stretch. */
    private boolean deliverStretch(long stretch, long head) {
        if (stretch > head || !Stretches.beginsAt(cursor) || engine.oldestRevision() >= cursor) {
            return false;
        }
        List<WatchEvent<R>> events = table.stretches.events(cursor, table, engine);
        if (events == null) {
            return false;
        }
        cursor = stretch + 1;
        if (!events.isEmpty()) {
            listener.onEvents(events);
        }
        return true;
    }

    private void collect(Commit commit, List<WatchEvent<R>> into) {
        if (selector.isAll()) {
            commit.collect(table, into);
            return;
        }
        for (Change<?> change : commit.changes) {
            if (change.table == table) {
                @SuppressWarnings("unchecked")
                Change<R> ours = (Change<R>) change;
                WatchEvent<R> event = ours.seenBy(selector);
                if (event != null) {
                    into.add(event);
                }
            }
        }
    }

    private void rest() {
        Arming arming = new Arming(cursor);
        state.set(arming);
        if (WAITING.compareAndSet(this, false, true)) {
            enterWaiting();
        }
        if (engine.head() >= arming.position || endRequest != null || bookmarkRequest) {
            if (state.compareAndSet(arming, RUNNING)) {
                queueStep();
            }
        } else {
            state.compareAndSet(arming, IDLE);
        }
    }

    private void enterWaiting() {
        WaitingRoom own = room;
        if (own == null) {
            throw new IllegalStateException("a step before the subscriber was taken in");
        }
        own.push(this);
    }

    /** The last step. */
    void finish(WatchEnd cause) {
        state.set(ENDED);
        release.accept(this);
        try {
            listener.onEnd(cause);
        } catch (RuntimeException | Error e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("kind", table.kind)
                    .addKeyValue("end", cause)
                    .log("listener of a watch failed at its end");
        }
    }

    /** On another executor, where its own refuses steps. */
    void finishElsewhere() {
        WatchEnd end = endRequest;
        if (end != null) {
            finish(end);
        }
    }
}
