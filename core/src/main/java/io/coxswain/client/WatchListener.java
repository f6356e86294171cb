package io.coxswain.client;

import io.coxswain.resource.Resource;
import java.util.List;

/**
 * Receives what a watch sees: ordered by revision, without gaps or repetitions, the events of one transaction in one call. Calls never overlap; {@link #onEnd} is the last one.
 *
 * @param <R> the record of the watched kind
 */
public interface WatchListener<R extends Resource<R>> {

    /** The events of one or more whole commits, at least one event. */
    void onEvents(List<WatchEvent<R>> wholeCommits);

    /** Everything up to this revision has been delivered. */
    default void onBookmark(long revision) {}

    /** No further call comes. */
    void onEnd(WatchEnd cause);
}
