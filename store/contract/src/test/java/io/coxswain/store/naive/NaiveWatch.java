package io.coxswain.store.naive;

import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchEvent.Type;
import io.coxswain.client.WatchListener;
import io.coxswain.error.ExpiredException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A cursor on the revisions, moved one at a time on the listener's executor. */
final class NaiveWatch<R extends Resource<R>> implements Watch, Runnable {
    private final NaiveStore store;
    private final Kind<R> kind;
    private final Selection selection;
    private final Executor on;
    private final WatchListener<R> listener;

    private long cursor;
    private boolean queued;
    private boolean bookmark;
    private WatchEnd end;
    private boolean ended;

    NaiveWatch(
            NaiveStore store, Kind<R> kind, Selection selection, long after, Executor on, WatchListener<R> listener) {
        this.store = store;
        this.kind = kind;
        this.selection = selection;
        this.cursor = after;
        this.on = on;
        this.listener = listener;
    }

    @Override
    public void requestBookmark() {
        synchronized (store) {
            bookmark = true;
            wake();
        }
    }

    @Override
    public void close() {
        end(new WatchEnd.Closed());
    }

    void end(WatchEnd cause) {
        synchronized (store) {
            end = end == null ? cause : end;
            wake();
        }
    }

    /**
     * Queues a step, unless one is queued or runs, which looks at everything once more. Revisions that don't concern a watch at
     * rest are passed here, so quiet is never behind.
     */
    void wake() {
        synchronized (store) {
            while (!queued && end == null && !bookmark && isPassable()) {
                cursor++;
            }
            if (!queued && (end != null || bookmark || cursor < store.revision())) {
                queued = true;
                try {
                    on.execute(this);
                } catch (RuntimeException refused) {
                    store.forget(this);
                    listener.onEnd(new WatchEnd.Failed(refused));
                }
            }
        }
    }

    private boolean isPassable() {
        return cursor < store.revision() && cursor >= store.oldestRevision() && events().isEmpty();
    }

    @Override
    public void run() {
        Runnable call = next();
        while (call != null) {
            try {
                call.run();
            } catch (Throwable fault) {
                end(new WatchEnd.Failed(fault));
            }
            call = next();
        }
    }

    /** What the listener is to be told next; null: nothing, for now or for ever. */
    private Runnable next() {
        synchronized (store) {
            try {
                while (end == null && cursor < store.revision()) {
                    List<WatchEvent<R>> events = events();
                    cursor++;
                    if (!events.isEmpty()) {
                        return () -> listener.onEvents(events);
                    }
                }
            } catch (ExpiredException e) {
                end = new WatchEnd.Expired(e.oldestRevision());
            } catch (ServiceUnavailableException e) {
                end = new WatchEnd.Failed(e);
            }
            if (ended) {
                return null;
            }
            WatchEnd cause = end;
            if (cause != null) {
                // queued stays set, so nothing follows
                ended = true;
                store.forget(this);
                return () -> listener.onEnd(cause);
            }
            if (bookmark) {
                bookmark = false;
                long revision = cursor;
                return () -> listener.onBookmark(revision);
            }
            queued = false;
            return null;
        }
    }

    private List<WatchEvent<R>> events() {
        NaiveStore.State before = store.state(cursor);
        NaiveStore.State after = store.state(cursor + 1);
        List<WatchEvent<R>> events = new ArrayList<>();
        for (NaiveStore.Id id : after.changed()) {
            if (id.kind().equals(kind)) {
                add(before.objects().get(id), after.objects().get(id), events);
            }
        }
        return events;
    }

    private void add(StoredObject<?> before, StoredObject<?> after, List<WatchEvent<R>> events) {
        boolean was = isSelected(before);
        if (isSelected(after)) {
            R object = kind.type().cast(after.resource());
            events.add(new WatchEvent<>(was ? Type.MODIFIED : Type.ADDED, object, cursor + 1));
        } else if (was) {
            R last = NaiveStore.at(kind.type().cast(before.resource()), cursor + 1);
            events.add(new WatchEvent<>(Type.DELETED, last, cursor + 1));
        }
    }

    private boolean isSelected(StoredObject<?> stored) {
        return stored != null
                && NaiveSnapshot.matches(kind, selection, kind.type().cast(stored.resource()));
    }
}
