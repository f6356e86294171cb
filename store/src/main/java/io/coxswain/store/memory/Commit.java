package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import io.coxswain.client.Selector;
import io.coxswain.client.WatchEvent;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Adds the events of one kind. */
    <R extends Resource<R>> void collect(KindTable<R> table, List<WatchEvent<R>> into) {
        for (Change<?> change : changes) {
            if (change.table == table) {
                @SuppressWarnings("unchecked")
                Change<R> ours = (Change<R>) change;
                into.add(ours.event);
            }
        }
    }

    /** Whether it changed an object that is or was selected. */
    <R extends Resource<R>> boolean touches(KindTable<R> table, Selector<R> selector) {
        for (Change<?> change : changes) {
            if (change.table == table) {
                @SuppressWarnings("unchecked")
                Change<R> ours = (Change<R>) change;
                if (ours.concerns(selector)) {
                    return true;
                }
            }
        }
        return false;
    }

    JournaledCommit journaled(@Nullable Object form) {
        List<JournaledChange<?>> journaled = new ArrayList<>(changes.length);
        for (Change<?> change : changes) {
            journaled.add(change.journaled());
        }
        return new JournaledCommit(revision, cause, journaled, form);
    }

    void trim(long oldestRevision) {
        for (Change<?> change : changes) {
            change.trim(oldestRevision);
        }
    }
}
