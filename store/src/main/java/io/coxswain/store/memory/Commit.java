package io.coxswain.store.memory;

import io.coxswain.client.Cause;

/** One transaction in the log. Immutable but for what its changes remember of their entries. */
final class Commit {
    final long revision;
    final Change<?>[] changes;
    final Cause cause;

    Commit(long revision, Change<?>[] changes, Cause cause) {
        this.revision = revision;
        this.changes = changes;
        this.cause = cause;
    }

    void apply() {
        for (Change<?> change : changes) {
            change.apply(revision);
        }
    }

    void trim(long oldestRevision) {
        for (Change<?> change : changes) {
            change.trim(oldestRevision);
        }
    }
}
