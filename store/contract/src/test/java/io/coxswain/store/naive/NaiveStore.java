package io.coxswain.store.naive;

import io.coxswain.client.Cause;
import io.coxswain.client.Selector;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ExpiredException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The simplest store that keeps the contract: one lock, and a whole sorted map for each revision. It shows engines' authors
 * what is asked of them, and that the kit isn't made for one engine.
 */
public final class NaiveStore implements Store {
    private final TreeMap<Long, State> states = new TreeMap<>();
    private final Set<NaiveWatch<?>> watches = new LinkedHashSet<>();
    private boolean closed;

    /** Everything at one revision, and which objects the revision changed. */
    record State(NavigableMap<Id, StoredObject<?>> objects, List<Id> changed, Cause cause) {}

    record Id(Kind<?> kind, ResourceKey key) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : key.compareTo(other.key);
        }
    }

    public NaiveStore() {
        states.put(0L, new State(new TreeMap<>(), List.of(), Cause.UNKNOWN));
    }

    void requireOpen() {
        if (closed) {
            throw new ServiceUnavailableException("The store is closed");
        }
    }

    /** @throws ExpiredException if the revision is compacted */
    synchronized State state(long revision) {
        requireOpen();
        if (revision > states.lastKey()) {
            throw new BadRequestException("Revision " + revision + " is in the future");
        }
        if (revision < states.firstKey()) {
            throw new ExpiredException("Revision " + revision + " is compacted", states.firstKey());
        }
        return states.get(revision);
    }

    @Override
    public synchronized CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        if (closed) {
            return CompletableFuture.failedStage(new ServiceUnavailableException("The store is closed"));
        }
        NavigableMap<Id, StoredObject<?>> objects =
                new TreeMap<>(states.lastEntry().getValue().objects);
        for (Precondition condition : transaction.preconditions()) {
            if (condition instanceof Precondition.Unchanged list) {
                if (!isUnchanged(list.kind(), list, objects)) {
                    return CompletableFuture.completedStage(new StoreOutcome.Refused(condition));
                }
            } else if (!Conditions.holds(condition, objects.get(new Id(condition.kind(), condition.key())))) {
                return CompletableFuture.completedStage(new StoreOutcome.Refused(condition));
            }
        }
        long revision = states.lastKey() + 1;
        List<Id> changed = new ArrayList<>();
        List<StoredObject<?>> results = new ArrayList<>();
        transaction.writes().forEach(write -> results.add(write(write, revision, objects, changed)));
        if (!changed.isEmpty()) {
            states.put(revision, new State(objects, changed, transaction.cause()));
            List.copyOf(watches).forEach(NaiveWatch::wake);
        }
        return CompletableFuture.completedStage(
                new StoreOutcome.Applied(states.lastKey(), !changed.isEmpty(), Collections.unmodifiableList(results)));
    }

    private <R extends Resource<R>> boolean isUnchanged(
            Kind<R> kind, Precondition.Unchanged list, NavigableMap<Id, StoredObject<?>> now) {
        State then = states.get(list.revision());
        return then != null && selected(kind, list, then.objects).equals(selected(kind, list, now));
    }

    /** The selected objects' names and revisions. */
    private static <R extends Resource<R>> List<String> selected(
            Kind<R> kind, Precondition.Unchanged list, NavigableMap<Id, StoredObject<?>> objects) {
        Selector<R> selector = Selector.of(kind, list);
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .map(entry -> kind.type().cast(entry.getValue().resource()))
                .filter(selector::matches)
                .map(object -> object.key() + "@" + object.metadata().resourceVersion())
                .toList();
    }

    private static StoredObject<?> write(
            Write write, long revision, NavigableMap<Id, StoredObject<?>> objects, List<Id> changed) {
        Id id = new Id(write.kind(), write.key());
        StoredObject<?> before = objects.get(id);
        if (write instanceof Write.Put<?> put) {
            if (before != null && before.applied().equals(put.object().applied()) && isSame(before, put.object())) {
                return before;
            }
            changed.add(id);
            objects.put(id, at(put.object(), revision));
            return objects.get(id);
        }
        if (before == null) {
            return null;
        }
        changed.add(id);
        objects.remove(id);
        return deleted(before, revision);
    }

    private static boolean isSame(StoredObject<?> one, StoredObject<?> other) {
        return at(one, 0).resource().equals(at(other, 0).resource());
    }

    private static <R extends Resource<R>> StoredObject<R> at(StoredObject<R> stored, long revision) {
        return stored.with(at(stored.resource(), revision));
    }

    private static <R extends Resource<R>> StoredObject<R> deleted(StoredObject<R> last, long revision) {
        return StoredObject.of(at(last.resource(), revision));
    }

    static <R extends Resource<R>> R at(R object, long revision) {
        return object.kind().withMetadata(object, object.metadata().withResourceVersion(revision));
    }

    @Override
    public CompletionStage<Void> fresh() {
        return CompletableFuture.completedStage(revision()).thenAccept(revision -> {});
    }

    @Override
    public synchronized long revision() {
        requireOpen();
        return states.lastKey();
    }

    @Override
    public synchronized long oldestRevision() {
        requireOpen();
        return states.firstKey();
    }

    @Override
    public synchronized <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return snapshot().get(kind, key);
    }

    @Override
    public synchronized StoreSnapshot snapshot() {
        return snapshot(revision());
    }

    @Override
    public synchronized StoreSnapshot snapshot(long revision) {
        Objects.requireNonNull(state(revision));
        return new NaiveSnapshot(this, revision);
    }

    @Override
    public synchronized <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        NaiveSnapshot.requireSelectable(kind, selection);
        long after = from instanceof WatchFrom.AfterRevision given ? given.revision() : states.lastKey();
        NaiveWatch<R> watch = new NaiveWatch<>(this, kind, selection, after, on, listener);
        watches.add(watch);
        if (closed) {
            watch.end(new WatchEnd.Failed(new ServiceUnavailableException("The store is closed")));
        } else if (after > states.lastKey()) {
            watch.end(new WatchEnd.Failed(new BadRequestException("Revision " + after + " is in the future")));
        }
        watch.wake();
        return watch;
    }

    synchronized void forget(NaiveWatch<?> watch) {
        watches.remove(watch);
    }

    @Override
    public synchronized Optional<Cause> cause(long revision) {
        requireOpen();
        return Optional.ofNullable(revision < 1 ? null : states.get(revision)).map(State::cause);
    }

    @Override
    public synchronized void compact(long revision) {
        states.headMap(Math.min(revision, revision()), false).clear();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            ServiceUnavailableException cause = new ServiceUnavailableException("The store is closed");
            List.copyOf(watches).forEach(watch -> watch.end(new WatchEnd.Failed(cause)));
        }
    }
}
