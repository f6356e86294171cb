package io.coxswain.network;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Keeps objects and tells watchers; just what caches and the proxy ask of the API. */
final class TinyApi implements AsyncClient {
    private final Map<Kind<?>, Map<ResourceKey, Resource<?>>> objects = new LinkedHashMap<>();
    private final List<Subscription<?>> subscriptions = new ArrayList<>();
    private long revision = 1;

    /** Creates or changes an object; says at which revision. */
    synchronized <R extends Resource<R>> long put(R object) {
        revision++;
        R stored = object.kind().withMetadata(object, object.metadata().withResourceVersion(revision));
        boolean known = of(object.kind()).put(object.key(), stored) != null;
        tell(new WatchEvent<>(known ? WatchEvent.Type.MODIFIED : WatchEvent.Type.ADDED, stored, revision));
        return revision;
    }

    synchronized <R extends Resource<R>> long remove(R object) {
        revision++;
        of(object.kind()).remove(object.key());
        tell(new WatchEvent<>(WatchEvent.Type.DELETED, object, revision));
        return revision;
    }

    synchronized <R extends Resource<R>> List<R> all(Kind<R> kind) {
        return of(kind).values().stream().map(kind.type()::cast).toList();
    }

    private Map<ResourceKey, Resource<?>> of(Kind<?> kind) {
        return objects.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }

    private <R extends Resource<R>> void tell(WatchEvent<R> event) {
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    private record Subscription<R extends Resource<R>>(Kind<R> kind, Executor on, WatchListener<R> listener) {
        @SuppressWarnings("unchecked")
        void offer(WatchEvent<?> event) {
            if (event.object().kind().equals(kind)) {
                on.execute(() -> listener.onEvents(List.of((WatchEvent<R>) event)));
            }
        }
    }

    @Override
    public synchronized <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        return CompletableFuture.completedStage(Optional.ofNullable(kind.type().cast(of(kind).get(key))));
    }

    @Override
    public synchronized <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        return CompletableFuture.completedStage(new ListPage<>(all(kind), revision, "", 0));
    }

    @Override
    public synchronized <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        if (((WatchFrom.AfterRevision) from).revision() != revision) {
            on.execute(() -> listener.onEnd(new WatchEnd.Expired(revision)));
        }
        Subscription<R> subscription = new Subscription<>(kind, on, listener);
        subscriptions.add(subscription);
        return new Watch() {
            @Override
            public void requestBookmark() {}

            @Override
            public void close() {
                synchronized (TinyApi.this) {
                    subscriptions.remove(subscription);
                }
            }
        };
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> create(R object) {
        put(object);
        return CompletableFuture.completedStage(object);
    }

    @Override
    public synchronized <R extends Resource<R>> CompletionStage<R> updateStatus(R object) {
        R stored = object.kind().type().cast(of(object.kind()).get(object.key()));
        R changed = object.kind().withStatusOf(stored, object);
        put(changed);
        return CompletableFuture.completedStage(changed);
    }

    @Override
    public synchronized <R extends Resource<R>> CompletionStage<R> patch(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        R changed = change.apply(kind.type().cast(of(kind).get(key)));
        put(changed);
        return CompletableFuture.completedStage(changed);
    }

    @Override
    public AsyncClient withCause(Cause cause) {
        return this;
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> update(R object) {
        throw new AssertionError("not expected here");
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts) {
        throw new AssertionError("not expected here");
    }

    @Override
    public CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        throw new AssertionError("not expected here");
    }

    @Override
    public CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations) {
        throw new AssertionError("not expected here");
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        throw new AssertionError("not expected here");
    }

    @Override
    public AsyncClient requiring(List<Precondition> preconditions) {
        throw new AssertionError("not expected here");
    }

    @Override
    public AsyncClient dryRun() {
        throw new AssertionError("not expected here");
    }
}
