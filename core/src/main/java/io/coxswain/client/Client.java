package io.coxswain.client;

import io.coxswain.environment.Environment;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Patch;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * The API with calls that wait for their answer.
 *
 * <p>Reads are linearizable. Every failure is an {@link io.coxswain.error.ApiException}; after all but {@code RequestTimeoutException} nothing was written. A write that changes nothing
 * commits nothing and returns the stored object. Thread-safe; not to be called on a serial executor (use {@link #async()} there).
 */
public final class Client {
    private final AsyncClient async;
    private final Environment environment;
    private final Duration limit;

    private Client(AsyncClient async, Environment environment, Duration limit) {
        this.async = async;
        this.environment = environment;
        this.limit = limit;
    }

    /** Calls that wait at most 30 seconds, over an API of stages. */
    public static Client over(AsyncClient async, Environment environment) {
        return new Client(async, environment, Duration.ofSeconds(30));
    }

    /** The same calls, which wait at most so long; then {@code RequestTimeoutException} for which a write's outcome is unknown. */
    public Client withLimit(Duration most) {
        return new Client(async, environment, most);
    }

    /** The same API as stages. */
    public AsyncClient async() {
        return async;
    }

    /**
     * The object.
     *
     * @throws NotFoundException if there is no such object
     */
    public <R extends Resource<R>> R get(Kind<R> kind, ResourceKey key) {
        return find(kind, key).orElseThrow(() -> NotFoundException.object(kind, key));
    }

    /** The object in namespace {@code default}, or of cluster scope, by name. */
    public <R extends Resource<R>> R get(Kind<R> kind, String name) {
        return get(kind, kind.keyOf(name));
    }

    public <R extends Resource<R>> Optional<R> find(Kind<R> kind, ResourceKey key) {
        return await(async.find(kind, key));
    }

    /** The object in namespace {@code default}, or of cluster scope, by name, if there is one. */
    public <R extends Resource<R>> Optional<R> find(Kind<R> kind, String name) {
        return find(kind, kind.keyOf(name));
    }

    /** All objects of a kind. */
    public <R extends Resource<R>> List<R> list(Kind<R> kind) {
        return list(kind, Selection.all());
    }

    /** All selected objects, by namespace and name. */
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return list(kind, ListOptions.of(selection)).items();
    }

    /** One page. */
    public <R extends Resource<R>> ListPage<R> list(Kind<R> kind, ListOptions options) {
        return await(async.list(kind, options));
    }

    /** Watches a kind; the listener is called on a thread of its own and may block. */
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, WatchListener<R> listener) {
        return async.watch(kind, from, selection, environment.workers("watch-" + kind.plural(), 1), listener);
    }

    public <R extends Resource<R>> R create(R object) {
        return await(async.create(object));
    }

    /** Replaces all but the status. A {@code resourceVersion} in the object must be the stored one's. */
    public <R extends Resource<R>> R update(R object) {
        return await(async.update(object));
    }

    /** Replaces the status and nothing else. */
    public <R extends Resource<R>> R updateStatus(R object) {
        return await(async.updateStatus(object));
    }

    /** Reads, changes and updates, again if another write came between; the change is pure. */
    public <R extends Resource<R>> R patch(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return await(async.patch(kind, key, change));
    }

    /** The same for the object in namespace {@code default}, or of cluster scope, by name. */
    public <R extends Resource<R>> R patch(Kind<R> kind, String name, UnaryOperator<R> change) {
        return patch(kind, kind.keyOf(name), change);
    }

    /**
     * Changes an object as a document says, again if another write came between and the patch names no
     * {@code resourceVersion}. Admitted and validated as an update; one that changes nothing commits nothing.
     */
    public <R extends Resource<R>> R patch(Kind<R> kind, ResourceKey key, Patch patch) {
        return await(async.patch(kind, key, patch));
    }

    /** The same for the status, and nothing else. */
    public <R extends Resource<R>> R patchStatus(Kind<R> kind, ResourceKey key, Patch patch) {
        return await(async.patchStatus(kind, key, patch));
    }

    /** Reads, changes and writes the status, again if another write came between; the change is pure. */
    public <R extends Resource<R>> R patchStatus(Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        return await(async.patchStatus(kind, key, change));
    }

    /** Creates the object or changes it to what this manager wants of it; refused where another manager applied another value. */
    public <R extends Resource<R>> R apply(R desired, String manager) {
        return apply(desired, manager, ApplyConflicts.REFUSE);
    }

    public <R extends Resource<R>> R apply(R desired, String manager, ApplyConflicts conflicts) {
        return await(async.apply(desired, manager, conflicts));
    }

    /** Deletes what was read, with the uid as precondition and the object's own grace period. */
    public <R extends Resource<R>> Committed.Result delete(R read) {
        return delete(read.kind(), read.key(), DeleteOptions.of(read));
    }

    public Committed.Result delete(Kind<?> kind, ResourceKey key) {
        return delete(kind, key, DeleteOptions.DEFAULT);
    }

    /** Deletes the object in namespace {@code default}, or of cluster scope, by name. */
    public Committed.Result delete(Kind<?> kind, String name) {
        return delete(kind, kind.keyOf(name));
    }

    public Committed.Result delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        return await(async.delete(kind, key, options));
    }

    /**
     * Deletes the selected objects that are there now. Not all at once but in transactions of at most
     * {@value Transaction#MAX_OPERATIONS} deletions each; after a failure those of the transactions before are deleted.
     * What changes meanwhile so that it is no longer selected, or is another object of the same name, stays.
     *
     * @return each of them as the deletion left it: its last state, or what finalizers or a grace period hold
     */
    public <R extends Resource<R>> List<R> deleteCollection(Kind<R> kind, Selection selection, DeleteOptions options) {
        return await(async.deleteCollection(kind, selection, options));
    }

    /** The same with each object's own grace period. */
    public <R extends Resource<R>> List<R> deleteCollection(Kind<R> kind, Selection selection) {
        return deleteCollection(kind, selection, DeleteOptions.DEFAULT);
    }

    /**
     * How the present state of an object came about: who committed it, what made them act, and so on back to a person or a
     * clock, as far as commits are retained.
     *
     * @throws NotFoundException if there is no such object, or not with this uid
     */
    public CauseChain causes(ResourceRef object) {
        return await(async.causes(object));
    }

    /** A request to a subresource other than {@code status}, such as {@code binding}. */
    public <R extends Resource<R>> Committed subresource(
            Kind<R> kind, ResourceKey key, String subresource, Object body) {
        return await(async.subresource(kind, key, subresource, body));
    }

    /** Several writes that happen together or not at all. */
    public Transaction transaction() {
        return new Transaction(this);
    }

    /** The same API, each of whose writes is refused unless these hold in its own transaction. */
    public Client requiring(Precondition... preconditions) {
        return new Client(async.requiring(List.of(preconditions)), environment, limit);
    }

    /** The same API, whose commits carry this cause. */
    public Client withCause(Cause cause) {
        return new Client(async.withCause(cause), environment, limit);
    }

    /** The same API, whose writes are admitted, validated and checked but not committed. */
    public Client dryRun() {
        return new Client(async.dryRun(), environment, limit);
    }

    Committed commit(Transaction transaction) {
        return await(
                async.commit(new ArrayList<>(transaction.preconditions()), new ArrayList<>(transaction.operations())));
    }

    private <T> T await(CompletionStage<T> stage) {
        return environment.await(stage, limit);
    }
}
