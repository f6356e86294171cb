package io.coxswain.controller;

import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventType;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;

/**
 * What a reconciler works with during one call: reads from caches, writes to the API.
 *
 * <p>All writes carry controller, key, attempt and the revisions that triggered the call as their cause, and the highest revision written is remembered: the next call for the same key comes when
 * the caches have reached it. A write that changes nothing commits nothing. Failures are those of {@link Client}. Not to be used after the call has returned.
 *
 * @param <R> the record of the resources that are reconciled
 */
public interface Context<R extends Resource<R>> extends CacheReader {

    /** What is reconciled. */
    ResourceKey key();

    /** Which attempt this is, from 1; one more after each failure. */
    int attempt();

    /** The revisions of the changes that led to this call; the first and the newest, empty if it was time alone. */
    List<Long> triggers();

    /**
     * Creates an object or changes it to what this controller wants of it. One of a kind that the controller {@code owns} becomes a dependent of the resource that is reconciled, in its namespace
     * if it names none.
     *
     * @return the object as stored; in a {@linkplain ControllerSpec#serializable serializable} call as it is to be
     * @throws io.coxswain.error.ConflictException if another manager applied another value for a field, or another resource controls the object
     */
    <T extends Resource<T>> T apply(T desired);

    /** The same; says what becomes of fields for which another manager applied another value. */
    <T extends Resource<T>> T apply(T desired, ApplyConflicts conflicts);

    /** Creates an object, as a dependent of the resource if the controller {@code owns} its kind. */
    <T extends Resource<T>> T create(T object);

    /**
     * Replaces the status and nothing else. A call with the status that the cache has costs nothing.
     *
     * @throws io.coxswain.error.ConflictException if the object has changed since it was read; the reconcile is then repeated without a word in the log
     */
    <T extends Resource<T>> T updateStatus(T changed);

    /**
     * Reads the object afresh and changes it, again if another write came between.
     *
     * @param read what was read; if the object of that name has another uid now, nothing is written
     * @param change pure
     */
    <T extends Resource<T>> T patch(T read, UnaryOperator<T> change);

    /** Deletes what was read, never another of the same name. One that is gone already is left at that. */
    <T extends Resource<T>> void delete(T read);

    /** The same with options, whose uid is filled in if empty. */
    <T extends Resource<T>> void delete(T read, DeleteOptions options);

    /** The objects of a kind that the resource controls, by namespace and name. */
    <T extends Resource<T>> List<T> owned(Kind<T> kind);

    /** Writes an Event about the resource: soon, or with the commit of a serializable call. */
    void event(EventType type, String reason, String message);

    /** The API itself: reads that bypass the caches, transactions, subresources. Its writes are remembered and caused like the context's, but nothing becomes a dependent. */
    Client client();

    /** Time, randomness, ids and waiting; a reconciler takes them from nowhere else. */
    Environment environment();

    /** The time of day. */
    Instant now();

    /** The controller's log. */
    Logger log();
}
