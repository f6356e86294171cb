package io.coxswain.simulation;

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
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store that tells of each commit before anybody can act on it. */
final class ObservedStore implements Store {
    private final Store store;
    private final BiConsumer<StoreTransaction, StoreOutcome.Applied> onCommit;

    ObservedStore(Store store, BiConsumer<StoreTransaction, StoreOutcome.Applied> onCommit) {
        this.store = store;
        this.onCommit = onCommit;
    }

    @Override
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        CompletionStage<StoreOutcome> answer = store.commit(transaction);
        var unused = answer.thenAccept(outcome -> {
            if (outcome instanceof StoreOutcome.Applied applied && applied.changed()) {
                onCommit.accept(transaction, applied);
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<Void> fresh() {
        return store.fresh();
    }

    @Override
    public long revision() {
        return store.revision();
    }

    @Override
    public long oldestRevision() {
        return store.oldestRevision();
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return store.get(kind, key);
    }

    @Override
    public StoreSnapshot snapshot() {
        return store.snapshot();
    }

    @Override
    public StoreSnapshot snapshot(long revision) {
        return store.snapshot(revision);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        return store.watch(kind, from, selection, on, listener);
    }

    @Override
    public Optional<Cause> cause(long revision) {
        return store.cause(revision);
    }

    @Override
    public void compact(long revision) {
        store.compact(revision);
    }

    @Override
    public void close() {
        store.close();
    }
}
