package io.coxswain.store.mutant;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes everything on; a mutant breaks one thing of it. */
class ForwardingStore implements Store {
    final Store real;
    final AtomicInteger calls = new AtomicInteger();

    ForwardingStore(Store real) {
        this.real = real;
    }

    @Override
    public CompletionStage<Void> fresh() {
        return real.fresh();
    }

    @Override
    public long revision() {
        return real.revision();
    }

    @Override
    public long oldestRevision() {
        return real.oldestRevision();
    }

    @Override
    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return real.get(kind, key);
    }

    @Override
    public StoreSnapshot snapshot() {
        return snapshot(real.snapshot());
    }

    @Override
    public StoreSnapshot snapshot(long revision) {
        return snapshot(real.snapshot(revision));
    }

    /** What is made of a snapshot, of now or of a revision. */
    StoreSnapshot snapshot(StoreSnapshot snapshot) {
        return snapshot;
    }

    @Override
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        return real.commit(transaction);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        return real.watch(kind, from, selection, on, listener(listener, kind));
    }

    /** What is made of a listener. */
    <R extends Resource<R>> WatchListener<R> listener(WatchListener<R> listener, Kind<R> kind) {
        return listener;
    }

    @Override
    public Optional<Cause> cause(long revision) {
        return real.cause(revision);
    }

    @Override
    public void compact(long revision) {
        real.compact(revision);
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public CompletionStage<Void> closed() {
        return real.closed();
    }

    /** Every so manyeth call. */
    final boolean everyNth(int n) {
        return calls.incrementAndGet() % n == 0;
    }

    /** A commit of which nobody is told. */
    final CompletionStage<StoreOutcome> commitInSecret() {
        return real.commit(StoreTransaction.of(Hidden.put(calls.incrementAndGet())));
    }

    static StoreTransaction with(StoreTransaction transaction, List<Write> writes) {
        return new StoreTransaction(transaction.preconditions(), writes, transaction.cause());
    }

    static CompletionStage<StoreOutcome> done(StoreOutcome outcome) {
        return CompletableFuture.completedStage(outcome);
    }
}
