package io.coxswain.controller;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.CauseChain;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An API that tells a log the revision of each write made through it, and of each write that is under way. */
final class RecordingClient implements AsyncClient {
    private final AsyncClient client;
    private final Log log;

    /** Hears of writes; called on any thread. */
    interface Log {
        void begun();

        void ended();

        void written(long revision);

        /** Whether it was written isn't known. */
        void unknown();
    }

    RecordingClient(AsyncClient client, Log log) {
        this.client = client;
        this.log = log;
    }

    private <T> CompletionStage<T> recorded(CompletionStage<T> write, ToLongFunction<T> revision) {
        log.begun();
        CompletionStage<Boolean> noted = write.handle((result, failure) -> {
            if (failure == null) {
                log.written(revision.applyAsLong(result));
            } else if (isUnknown(failure)) {
                log.unknown();
            }
            log.ended();
            return true;
        });
        // the write itself, as most are answered at once: a stage behind it would wrap its failure
        return noted.toCompletableFuture().isDone() ? write : noted.thenCompose(any -> write);
    }

    private static boolean isUnknown(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RequestTimeoutException;
    }

    private static long revisionOf(Resource<?> object) {
        return object.metadata().resourceVersion();
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key) {
        return client.find(kind, key);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options) {
        return client.list(kind, options);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        return client.watch(kind, from, selection, on, listener);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> create(R object) {
        return recorded(client.create(object), RecordingClient::revisionOf);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> update(R object) {
        return recorded(client.update(object), RecordingClient::revisionOf);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> updateStatus(R object) {
        return recorded(client.updateStatus(object), RecordingClient::revisionOf);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return recorded(client.patch(kind, key, change), RecordingClient::revisionOf);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> patchStatus(
            Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return recorded(client.patchStatus(kind, key, change), RecordingClient::revisionOf);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts) {
        return recorded(client.apply(desired, manager, conflicts), RecordingClient::revisionOf);
    }

    /** As a transaction, whose outcome has the revision of the deletion. */
    @Override
    public CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        return commit(List.of(), List.of(new Operation.Delete(kind, key, options)))
                .thenApply(committed -> committed.results().get(0));
    }

    /** What was removed has the revision of its deletion, what is held that of its mark. */
    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> deleteCollection(
            Kind<R> kind, Selection selection, DeleteOptions options) {
        return recorded(client.deleteCollection(kind, selection, options), RecordingClient::newest);
    }

    private static long newest(List<? extends Resource<?>> objects) {
        return objects.stream().mapToLong(RecordingClient::revisionOf).max().orElse(0);
    }

    @Override
    public CompletionStage<CauseChain> causes(ResourceRef object) {
        return client.causes(object);
    }

    @Override
    public CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations) {
        return recorded(client.commit(require, operations), Committed::revision);
    }

    @Override
    public <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        return recorded(client.subresource(kind, key, subresource, body), Committed::revision);
    }

    @Override
    public AsyncClient requiring(List<Precondition> preconditions) {
        return new RecordingClient(client.requiring(preconditions), log);
    }

    @Override
    public AsyncClient withCause(Cause cause) {
        return new RecordingClient(client.withCause(cause), log);
    }

    /** Nothing is written by it, so there is nothing to remember. */
    @Override
    public AsyncClient dryRun() {
        return client.dryRun();
    }
}
