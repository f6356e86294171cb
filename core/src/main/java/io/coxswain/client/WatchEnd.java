package io.coxswain.client;

/** Why a watch ended. No watch ends without saying so. */
public sealed interface WatchEnd {

    /** The subscriber closed it. */
    record Closed() implements WatchEnd {}

    /**
     * The subscriber was too slow, or asked for a revision that is compacted: list, then watch from the list's revision.
     *
     * @param oldestRevision the oldest revision that can still be watched from
     */
    record Expired(long oldestRevision) implements WatchEnd {}

    /** The server stopped, or the listener threw. */
    record Failed(Throwable cause) implements WatchEnd {}
}
