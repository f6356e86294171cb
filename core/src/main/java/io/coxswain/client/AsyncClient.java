package io.coxswain.client;

import io.coxswain.error.BadRequestException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Patch;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * The API as stages: no call blocks. The failures are those of {@link Client}, as the stage's failure. Dependents of a stage run where it completes, so give an executor to what isn't short.
 *
 * <p>Thread-safe.
 */
public interface AsyncClient {

    <R extends Resource<R>> CompletionStage<Optional<R>> find(Kind<R> kind, ResourceKey key);

    <R extends Resource<R>> CompletionStage<ListPage<R>> list(Kind<R> kind, ListOptions options);

    /**
     * Watches a kind. The listener is called on the executor, one call at a time.
     *
     * @return the watch; a start that can't be served ends it through the listener
     * @throws io.coxswain.error.BadRequestException if the kind has no such selectable field
     */
    <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener);

    <R extends Resource<R>> CompletionStage<R> create(R object);

    <R extends Resource<R>> CompletionStage<R> update(R object);

    <R extends Resource<R>> CompletionStage<R> updateStatus(R object);

    <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change);

    /** The same for the status, and nothing else. */
    <R extends Resource<R>> CompletionStage<R> patchStatus(Kind<R> kind, ResourceKey key, UnaryOperator<R> change);

    /** Changes an object as a document says. */
    default <R extends Resource<R>> CompletionStage<R> patch(Kind<R> kind, ResourceKey key, Patch patch) {
        return patch(kind, key, patch::apply);
    }

    /** Changes the status of an object, and nothing else, as a document says. */
    default <R extends Resource<R>> CompletionStage<R> patchStatus(Kind<R> kind, ResourceKey key, Patch patch) {
        return patchStatus(kind, key, patch::apply);
    }

    <R extends Resource<R>> CompletionStage<R> apply(R desired, String manager, ApplyConflicts conflicts);

    CompletionStage<Committed.Result> delete(Kind<?> kind, ResourceKey key, DeleteOptions options);

    /** Deletes the selected objects that are there now, in batches; see {@link Client#deleteCollection}. */
    <R extends Resource<R>> CompletionStage<List<R>> deleteCollection(
            Kind<R> kind, Selection selection, DeleteOptions options);

    /** Commits all of the operations or none, if every precondition holds. At most {@value Transaction#MAX_OPERATIONS} operations. */
    CompletionStage<Committed> commit(List<Precondition> require, List<Operation> operations);

    /** A request to a subresource other than {@code status}; what it led to for the object itself. */
    <R extends Resource<R>> CompletionStage<Committed> subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body);

    /** How the present state of an object came about; see {@link Client#causes}. */
    CompletionStage<CauseChain> causes(ResourceRef object);

    /** The same API, each of whose writes is refused unless these hold in its own transaction. */
    AsyncClient requiring(List<Precondition> preconditions);

    /** The same API, whose commits carry this cause. */
    AsyncClient withCause(Cause cause);

    /** The same API, whose writes are admitted, validated and checked but not committed. */
    AsyncClient dryRun();

    /**
     * Begins a unit of work: reads at one revision, and writes that are committed together if nothing that was read has changed.
     *
     * @return a failure with {@code BadRequestException} where this API has none
     */
    default CompletionStage<UnitOfWork> unitOfWork() {
        return CompletableFuture.failedStage(new BadRequestException(
                "A unit of work was asked for, and this API offers none: read and write without"));
    }
}
