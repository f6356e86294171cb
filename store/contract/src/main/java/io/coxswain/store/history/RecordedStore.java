package io.coxswain.store.history;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.InternalErrorException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client's view of a store: notes each call before it is passed on, and its answer before the client gets it. */
final class RecordedStore implements Store {
    private final String client;
    private final Recording recording;

    RecordedStore(String client, Recording recording) {
        this.client = client;
        this.recording = recording;
    }

    @Override
    public CompletionStage<Void> fresh() {
        return recording.store().fresh();
    }

    @Override
    public long revision() {
        return recording.store().revision();
    }

    @Override
    public long oldestRevision() {
        return recording.store().oldestRevision();
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        long invoked = recording.tick();
        StoredObject<R> found = recording.store().get(kind, key);
        recording.add(new Call.Get(
                client,
                invoked,
                recording.tick(),
                Call.Asked.CURRENT,
                -1,
                Version.target(kind, key),
                found == null ? null : Version.of(kind, found)));
        return found;
    }

    @Override
    public StoreSnapshot snapshot() {
        long invoked = recording.tick();
        StoreSnapshot snapshot = recording.store().snapshot();
        return new RecordedSnapshot(snapshot, recording, client, invoked, recording.tick(), Call.Asked.SNAPSHOT);
    }

    @Override
    public StoreSnapshot snapshot(long revision) {
        long invoked = recording.tick();
        StoreSnapshot snapshot = recording.store().snapshot(revision);
        return new RecordedSnapshot(snapshot, recording, client, invoked, recording.tick(), Call.Asked.REVISION);
    }

    @Override
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        Pending pending = new Pending(client, recording.tick(), transaction, recording);
        recording.add(pending::call);
        return recording.store().commit(transaction).whenComplete((outcome, failure) -> {
            CommitResult result = failure != null ? pending.failed(failure) : pending.result(outcome);
            pending.end.set(new Pending.Ended(recording.tick(), result));
        });
    }

    /** A transaction that hasn't ended, or has. */
    private static final class Pending {
        private final String client;
        private final long invoked;
        private final StoreTransaction transaction;
        private final List<Condition> conditions;
        private final List<Effect> effects = new ArrayList<>();
        final AtomicReference<@Nullable Ended> end = new AtomicReference<>();

        private record Ended(long returned, CommitResult result) {}

        Pending(String client, long invoked, StoreTransaction transaction, Recording recording) {
            this.client = client;
            this.invoked = invoked;
            this.transaction = transaction;
            conditions = transaction.preconditions().stream().map(Condition::of).toList();
            for (Write write : transaction.writes()) {
                Version wanted = write instanceof Write.Put<?> put ? wanted(put, recording) : null;
                effects.add(new Effect(Version.target(write.kind(), write.key()), wanted));
            }
        }

        private static <R extends Resource<R>> Version wanted(Write.Put<R> put, Recording recording) {
            return recording.written(put.kind(), put.object()).at(0);
        }

        Call call() {
            Ended ended = end.get();
            return ended == null
                    ? new Call.Commit(
                            client,
                            invoked,
                            Call.NEVER,
                            conditions,
                            effects,
                            new CommitResult.Unknown("it hasn't ended"))
                    : new Call.Commit(client, invoked, ended.returned, conditions, effects, ended.result);
        }

        CommitResult result(StoreOutcome outcome) {
            if (outcome instanceof StoreOutcome.Refused refused) {
                return new CommitResult.Refused(transaction.preconditions().indexOf(refused.failed()));
            }
            StoreOutcome.Applied applied = (StoreOutcome.Applied) outcome;
            List<@Nullable Version> results = new ArrayList<>();
            for (StoredObject<?> result : applied.results()) {
                results.add(result == null ? null : version(result));
            }
            return new CommitResult.Applied(applied.revision(), applied.changed(), results);
        }

        private static <R extends Resource<R>> Version version(StoredObject<R> stored) {
            return Version.of(stored.resource().kind(), stored);
        }

        CommitResult failed(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            boolean nothing = cause instanceof ServiceUnavailableException
                    || cause instanceof InternalErrorException
                    || cause instanceof BadRequestException;
            return nothing
                    ? new CommitResult.NothingWritten(cause.toString())
                    : new CommitResult.Unknown(cause.toString());
        }
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        long invoked = recording.tick();
        RecordedListener<R> recorded = new RecordedListener<>(recording, kind, listener);
        Watch watch = recording.store().watch(kind, from, selection, on, recorded);
        long returned = recording.tick();
        long after = from instanceof WatchFrom.AfterRevision given ? given.revision() : WatchLog.NOW;
        recording.addWatch(() -> new WatchLog(
                client,
                kind.name(),
                recording.selected(kind, selection),
                after,
                invoked,
                returned,
                recorded.deliveries()));
        return new Watch() {
            @Override
            public void requestBookmark() {
                recorded.bookmarkAsked();
                watch.requestBookmark();
            }

            @Override
            public void close() {
                watch.close();
            }
        };
    }

    @Override
    public Optional<Cause> cause(long revision) {
        return recording.store().cause(revision);
    }

    @Override
    public void compact(long revision) {
        recording.store().compact(revision);
    }

    @Override
    public void close() {
        recording.store().close();
    }
}
