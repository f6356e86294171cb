package io.coxswain.store.memory;

import io.coxswain.client.Selector;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.OutOfMemory;
import io.coxswain.resource.Resource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watch: a cursor on the shared log, moved by steps on the listener's executor.
 *
 * <p>Who may call what: the user {@code requestBookmark} and {@code close}, any thread {@code end} and {@code request}, the baton's holder
 * {@code enterInterests} and {@code leaveInterests}. {@code run} is the step; the executor may run it on any thread, and there is never
 * more than one on its way (see {@link Idler}), so {@code cursor} and {@code bookmark} are plain: they are the step's, and {@code state}
 * publishes them from one to the next.
 *
 * <p>Requests are volatile: {@code endRequest} is set once, by compare-and-set; {@code bookmarkRequest} is set by the user and cleared by the
 * step that takes it. They are written before a nudge reads the state, and read by the step after it wrote the state: none is
 * left lying. A delivery takes effect with the call of the listener; a step reads a bounded stretch of the log, then gives its thread back.
 */
final class Subscriber<R extends Resource<R>> extends Idler implements Watch, Runnable {
    /** Bounds a step, and the list that one call of the listener gets (by one commit more). */
    private static final int COMMITS_PER_STEP = 4_096;

    private static final int EVENTS_PER_STEP = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final VarHandle END_REQUEST;

    static {
        try {
            END_REQUEST = MethodHandles.lookup().findVarHandle(Subscriber.class, "endRequest", WatchEnd.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Engine engine;
    private final KindTable<R> table;
    private final Selector<R> selector;
    private final Interests.Place place;
    private final Executor executor;
    private final WatchListener<R> listener;
    private final Consumer<Subscriber<?>> release;

    private volatile @Nullable WatchEnd endRequest;
    private volatile boolean bookmarkRequest;

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

    /** Baton's holder: takes the subscriber in; its first step may run afterwards. */
    void enterInterests() {
        livesIn(table.interests.enter(place));
    }

    /** Baton's holder: lets it go after its end. */
    void leaveInterests() {
        table.interests.leave(place, engine);
    }

    @Override
    boolean hasNews(long position) {
        return engine.head() >= position || endRequest != null || bookmarkRequest;
    }

    @Override
    long dispatched() {
        return engine.dispatched();
    }

    @Override
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
        cursor = begin(cursor);
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
            OutOfMemory.noticeIn(e);
            finish(new WatchEnd.Failed(e));
            return;
        }
        if (cursor <= head) {
            queueStep();
        } else {
            rest(cursor);
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

    /** The last step. */
    void finish(WatchEnd cause) {
        ended();
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
