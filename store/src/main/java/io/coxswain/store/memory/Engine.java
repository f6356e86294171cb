package io.coxswain.store.memory;

import io.coxswain.client.Selector;
import io.coxswain.client.WatchEnd;
import io.coxswain.environment.Environment;
import io.coxswain.error.ApiException;
import io.coxswain.error.ExpiredException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.error.TooManyRequestsException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of a memory store.
 *
 * <p>Methods that say so belong to the holder of the sequencer's baton, the others to anybody. Published, each by a volatile
 * write of the holder: {@code head} after the versions and log entries up to it; {@code dispatched} after the rooms of the
 * subscribers whom the commits up to it concern were seen to; {@code oldest} before anything below it is let go of. A reader takes its
 * revision from {@code head}, reads, and, where it found nothing, looks whether {@code oldest} has overtaken it.
 */
final class Engine implements WaitingRoom.WakeUps {
    private final ConcurrentHashMap<Kind<?>, KindTable<?>> tables = new ConcurrentHashMap<>();
    private final CommitLog log;
    private final Environment environment;
    private final Executor rounds;
    /** The baton holder's. */
    final Compaction compaction;

    private volatile long head;
    private volatile long dispatched;
    private volatile long oldest;
    private volatile @Nullable ServiceUnavailableException closed;

    /** The baton holder's: why nothing can be written any more; reads go on. */
    private @Nullable ApiException writeFailure;

    /** So many commits may wait for the journal; who brings more is refused. */
    static final int MAX_UNPUBLISHED = 1 << 16;

    /** The baton holder's: the revision of the newest commit, published or not. */
    private long newest;

    private final Set<Subscriber<?>> subscribers = new LinkedHashSet<>();
    private List<Idler> woken = new ArrayList<>(0);

    /**
     * An engine that holds these objects.
     *
     * @param retained how many commits are kept
     * @param age how long they are kept
     * @param unpublished how many commits may have to wait before they are published
     */
    Engine(
            Environment environment,
            int retained,
            Duration age,
            int unpublished,
            long revision,
            Iterable<StoredObject<?>> objects) {
        this.environment = environment;
        this.rounds = environment.serial("store-rounds");
        this.log = new CommitLog(retained + unpublished);
        this.compaction = new Compaction(this, environment, retained, age, revision);
        for (StoredObject<?> object : objects) {
            restore(object, revision);
        }
        newest = revision;
        oldest = revision;
        dispatched = revision;
        head = revision;
    }

    private <R extends Resource<R>> void restore(StoredObject<R> object, long newestRevision) {
        R resource = object.resource();
        long revision = resource.metadata().resourceVersion();
        if (revision < 1 || revision > newestRevision) {
            throw new IllegalArgumentException(resource.ref() + " is at revision " + revision
                    + ": must be from 1 to the snapshot's " + newestRevision);
        }
        table(resource.kind()).add(resource.key()).push(revision, object);
    }

    /** Carries out what another engine once committed, which must be the next revision; before anybody else uses this one. */
    void replay(JournaledCommit journaled) {
        if (journaled.revision() != newest + 1) {
            throw new IllegalArgumentException("commit of revision " + journaled.revision()
                    + " can't be replayed after " + newest + ": must be " + (newest + 1));
        }
        List<Change<?>> changes = new ArrayList<>(journaled.changes().size());
        for (JournaledChange<?> change : journaled.changes()) {
            Change<?> replayed = replayed(change, journaled.revision());
            if (replayed != null) {
                changes.add(replayed);
            }
        }
        apply(new Commit(journaled.revision(), changes.toArray(Change<?>[]::new), journaled.cause()));
        publish(newest);
        compaction.run();
    }

    private <R extends Resource<R>> @Nullable Change<R> replayed(JournaledChange<R> change, long revision) {
        KindTable<R> table = table(change.kind());
        Entry<R> entry = table.entry(change.key());
        Version<R> newestVersion = entry == null ? null : entry.newest();
        StoredObject<R> before = newestVersion == null ? null : newestVersion.object;
        StoredObject<R> after = change.after();
        if (after != null) {
            return Change.put(table, change.key(), entry, before, after, revision);
        }
        return entry == null || before == null ? null : Change.delete(table, entry, before, revision);
    }

    long head() {
        return head;
    }

    long dispatched() {
        return dispatched;
    }

    long oldestRevision() {
        return oldest;
    }

    /** @throws ServiceUnavailableException if the store is closed */
    void requireOpen() {
        ServiceUnavailableException cause = closed;
        if (cause != null) {
            throw new ServiceUnavailableException("The store takes no requests any more", cause);
        }
    }

    boolean isClosed() {
        return closed != null;
    }

    /** Baton's holder: why nothing can be written any more; {@code null} if it can. */
    @Nullable
    ApiException writeFailure() {
        return writeFailure;
    }

    /** Baton's holder: reads go on, writes are refused from now on. The first cause counts. */
    void takeNoMoreWrites(ApiException cause) {
        if (writeFailure == null) {
            writeFailure = cause;
        }
    }

    /** Baton's holder. */
    void requireWritable() {
        requireOpen();
        ApiException cause = writeFailure;
        if (cause != null) {
            throw new ServiceUnavailableException(
                    "The store is read-only since revision " + head + ": " + cause.getMessage(), cause);
        }
        if (newest - head >= MAX_UNPUBLISHED) {
            throw new TooManyRequestsException(
                    (newest - head) + " transactions wait for the store's journal: try again later");
        }
    }

    /** All that is stored; what it says is void if the revision expired meanwhile. */
    List<StoredObject<?>> objectsAt(long revision) {
        List<StoredObject<?>> objects = new ArrayList<>();
        for (Kind<?> kind : new TreeSet<>(tables.keySet())) {
            collect(kind, revision, objects);
        }
        return objects;
    }

    private <R extends Resource<R>> void collect(Kind<R> kind, long revision, List<StoredObject<?>> into) {
        for (OrderedEntries<R> entries : table(kind).namespacesFrom("")) {
            for (Entry<R> entry : entries.sorted()) {
                StoredObject<R> object = entry.at(revision);
                if (object != null) {
                    into.add(object);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    <R extends Resource<R>> @Nullable KindTable<R> tableOrNull(Kind<R> kind) {
        return (KindTable<R>) tables.get(kind);
    }

    @SuppressWarnings("unchecked")
    <R extends Resource<R>> KindTable<R> table(Kind<R> kind) {
        KindTable<R> table = (KindTable<R>) tables.get(kind);
        return table != null ? table : (KindTable<R>) tables.computeIfAbsent(kind, absent -> new KindTable<>(kind));
    }

    /** The object as it is now. */
    <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        while (true) {
            long revision = head;
            KindTable<R> table = tableOrNull(kind);
            Entry<R> entry = table == null ? null : table.entry(key);
            StoredObject<R> found = entry == null ? null : entry.at(revision);
            if (found != null || oldest <= revision) {
                return found;
            }
        }
    }

    /** @throws ExpiredException if what was just read at this revision may have been compacted meanwhile */
    void requireRetained(long revision) {
        long now = oldest;
        if (revision < now) {
            throw new ExpiredException(
                    "Revision " + revision + " is compacted, the oldest readable one is " + now
                            + ": list again, then go on from the list's revision",
                    now);
        }
    }

    /** A commit up to the head; {@code null} if it is compacted. */
    @Nullable
    Commit commit(long revision) {
        return revision <= oldest ? null : log.at(revision);
    }

    /** Baton's holder: the revision of the next commit. */
    long nextRevision() {
        return newest + 1;
    }

    /** Baton's holder: the revision of the newest commit, published or not. */
    long newestRevision() {
        return newest;
    }

    /**
     * Baton's holder: goes through all changes after a revision, published or not.
     *
     * @return false, without having gone through any, if some of them are compacted
     */
    boolean replay(long afterRevision, Consumer<Change<?>> action) {
        if (oldest > afterRevision) {
            return false;
        }
        for (long revision = afterRevision + 1; revision <= newest; revision++) {
            Commit commit = Objects.requireNonNull(log.at(revision), "a retained commit");
            for (Change<?> change : commit.changes) {
                action.accept(change);
            }
        }
        return true;
    }

    /** Baton's holder: whether no change since a revision, published or not, concerned a selected object; false if that isn't known any more. */
    <R extends Resource<R>> boolean isUntouched(KindTable<R> table, Selector<R> selector, long sinceRevision) {
        if (oldest > sinceRevision) {
            return false;
        }
        for (long revision = sinceRevision + 1; revision <= newest; revision++) {
            Commit commit = Objects.requireNonNull(log.at(revision), "a retained commit");
            if (commit.touches(table, selector)) {
                return false;
            }
        }
        return true;
    }

    /** Baton's holder. A fault in the middle of this would leave half a transaction, so it closes the store. */
    void apply(Commit commit) {
        try {
            log.append(commit, compaction.released());
            commit.apply();
            newest = commit.revision;
        } catch (RuntimeException | Error fault) {
            close(new ServiceUnavailableException(
                    "The store failed at revision " + commit.revision + " and is closed", fault));
            throw fault;
        }
    }

    /** Baton's holder: makes everything up to a revision visible and wakes whom it concerns. */
    void publish(long upTo) {
        long from = head;
        if (upTo > from) {
            head = upTo;
            for (long revision = from + 1; revision <= upTo; revision++) {
                dispatch(revision);
            }
            dispatched = upTo;
        }
    }

    private void dispatch(long revision) {
        Commit commit = log.at(revision);
        if (commit != null) {
            for (Change<?> change : commit.changes) {
                dispatch(change);
            }
        }
    }

    private <R extends Resource<R>> void dispatch(Change<R> change) {
        change.table.interests.wake(change, this);
    }

    /** Baton's holder: from now on this is the oldest revision that can be read, and watched from. */
    void expire(long oldestRevision) {
        long before = oldest;
        oldest = oldestRevision;
        if (Stretches.lastBeforeNext(before) != Stretches.lastBeforeNext(oldestRevision)) {
            tables.values().forEach(table -> table.stretches.drop(oldestRevision));
        }
    }

    /** Baton's holder: lets go of a commit, and of what was before it, which is readable no more. */
    void release(long revision) {
        Commit commit = log.drop(revision);
        if (commit != null) {
            commit.trim(oldest);
        }
    }

    /** Baton's holder: queues a subscriber's step after the baton was given back. */
    @Override
    public void runLater(Idler idler) {
        woken.add(idler);
    }

    /** Where rooms in which many wait are emptied. */
    @Override
    public Executor rounds() {
        return rounds;
    }

    /** Baton's holder: those whose steps are to be queued. */
    List<Idler> takeWoken() {
        List<Idler> taken = woken;
        if (taken.isEmpty()) {
            return List.of();
        }
        woken = new ArrayList<>(taken.size());
        return taken;
    }

    /** Baton's holder. */
    void admit(Subscriber<?> subscriber) {
        subscriber.enterInterests();
        subscribers.add(subscriber);
        ServiceUnavailableException cause = closed;
        if (cause != null) {
            subscriber.request(new WatchEnd.Failed(cause));
        }
        runLater(subscriber);
    }

    /** Baton's holder. */
    void dismiss(Subscriber<?> subscriber) {
        if (subscribers.remove(subscriber)) {
            subscriber.leaveInterests();
        }
    }

    /** Baton's holder. */
    void close(ServiceUnavailableException cause) {
        if (closed == null) {
            closed = cause;
            compaction.close();
            for (Subscriber<?> subscriber : subscribers) {
                if (subscriber.request(new WatchEnd.Failed(cause)) && subscriber.wake(newest)) {
                    runLater(subscriber);
                }
            }
        }
    }

    /** Tells a listener of its end on another executor, as its own refused. */
    void endElsewhere(Subscriber<?> subscriber) {
        environment.workers("watch-end", 1).execute(subscriber::finishElsewhere);
    }
}
