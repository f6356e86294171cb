package io.coxswain.store;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects under one revision, which grows by one with each transaction that changes something.
 *
 * <ul>
 *   <li>A transaction happens wholly or not at all, and is seen wholly or not at all. One that is refused or changes
 *       nothing uses no revision.
 *   <li>Reads are linearizable: a read that begins after a commit is complete sees it. In an engine whose state lives
 *       in another process that holds for reads that begin after {@link #fresh()} is complete. Reads never lock, never
 *       wait and are answered from memory; a read of one object allocates nothing.
 *   <li>The past can be read, and watched from, back to {@link #oldestRevision()}; what is older is compacted and
 *       answers {@code Expired}.
 *   <li>Watches are ordered by revision, without gaps and repetitions, whole transactions at a time. One that can't go
 *       on so ends, and says why.
 *   <li>Objects are shared by reference, never copied. The store sets {@code metadata.resourceVersion} and nothing else.
 * </ul>
 *
 * <p>After {@link #close()} every call fails with {@code ServiceUnavailableException}. Thread-safe.
 */
public interface Store extends AutoCloseable {

    /**
     * Completes when reads see every transaction that was complete anywhere before this call. Complete already in an
     * engine that lives in this process.
     */
    CompletionStage<Void> fresh();

    /** The revision of the newest transaction that reads see; 0 in a store that was never written. */
    long revision();

    /** The oldest revision that can be read, and watched from. */
    long oldestRevision();

    /** The object as it is now, or {@code null} if there is none. */
    <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key);

    /** Everything as it is now. */
    StoreSnapshot snapshot();

    /**
     * Everything as it was at a revision.
     *
     * @throws io.coxswain.error.ExpiredException if the revision is compacted
     * @throws io.coxswain.error.BadRequestException if it is in the future
     */
    StoreSnapshot snapshot(long revision);

    /**
     * Carries out a transaction, unless one of its preconditions doesn't hold at that moment.
     *
     * <p>The stage completes after the transaction is visible to every read. It fails only if the store can't say yes
     * or no: {@code ServiceUnavailableException} means that nothing was written, {@code TooManyRequestsException} the same
     * because too many transactions wait already, {@code RequestTimeoutException} that it
     * isn't known. Dependents run on a thread that has other callers to complete, so they must be short.
     */
    CompletionStage<StoreOutcome> commit(StoreTransaction transaction);

    /**
     * Watches the selected objects of a kind. The listener is called on the executor, one call at a time; it may be slow
     * and may block there, at no cost to anybody else.
     *
     * <p>An object that enters the selection is ADDED, one that leaves it DELETED. The listener hears of every failure
     * through {@code onEnd}: a start at a compacted revision or a subscriber that falls behind the oldest revision
     * ({@code Expired}), a listener or executor that throws, a store that is closed ({@code Failed}).
     */
    <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener);

    /** Who made the commit of this revision, and why; empty if it is compacted or there is none. */
    Optional<Cause> cause(long revision);

    /**
     * Makes what is older than this revision unreadable and lets go of it. A revision in the future means the newest;
     * one that is compacted already changes nothing.
     */
    void compact(long revision);

    /** Ends every watch with {@code Failed}; takes nothing more. Never blocks; calling again changes nothing. */
    @Override
    void close();

    /**
     * Completes after {@link #close()}, when nothing is left of the store: what was under way is written, files are closed
     * and locks given back. Complete already in an engine that has none of these.
     */
    default CompletionStage<Void> closed() {
        return CompletableFuture.completedStage(null);
    }
}
