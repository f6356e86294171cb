package io.coxswain.client;

/** Where a watch begins. */
public sealed interface WatchFrom {

    /** Everything after this revision, which is usually a list's. */
    record AfterRevision(long revision) implements WatchFrom {}

    /** Everything after the newest revision at the moment of the call. */
    record Now() implements WatchFrom {}

    /**
     * Everything after a revision.
     *
     * @throws IllegalArgumentException if the revision is negative
     */
    static WatchFrom revision(long revision) {
        if (revision < 0) {
            throw new IllegalArgumentException("revision: " + revision + ": must be at least 0");
        }
        return new AfterRevision(revision);
    }

    static WatchFrom now() {
        return new Now();
    }
}
