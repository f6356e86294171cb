package io.coxswain.store.memory;

import io.coxswain.client.Selector;
import io.coxswain.client.WatchEvent;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to one object: its state before and after, and the event that a watcher of everything sees, made
 * once for all of them.
 */
final class Change<R extends Resource<R>> {
    final KindTable<R> table;
    final ResourceKey key;
    final @Nullable StoredObject<R> before;
    final @Nullable StoredObject<R> after;
    final WatchEvent<R> event;
    /** The object's entry; {@code null} until a new object's is made, when the change is applied. */
    private @Nullable Entry<R> entry;

    private Change(
            KindTable<R> table,
            ResourceKey key,
            @Nullable Entry<R> entry,
            @Nullable StoredObject<R> before,
            @Nullable StoredObject<R> after,
            WatchEvent<R> event) {
        this.table = table;
        this.key = key;
        this.entry = entry;
        this.before = before;
        this.after = after;
        this.event = event;
    }

    static <R extends Resource<R>> Change<R> put(
            KindTable<R> table,
            ResourceKey key,
            @Nullable Entry<R> entry,
            @Nullable StoredObject<R> before,
            StoredObject<R> wanted,
            long revision) {
        R stamped = table.stamped(wanted.resource(), revision);
        WatchEvent.Type type = before == null ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED;
        return new Change<>(table, key, entry, before, wanted.with(stamped), new WatchEvent<>(type, stamped, revision));
    }

    static <R extends Resource<R>> Change<R> delete(
            KindTable<R> table, Entry<R> entry, StoredObject<R> before, long revision) {
        R last = table.stamped(before.resource(), revision);
        WatchEvent<R> event = new WatchEvent<>(WatchEvent.Type.DELETED, last, revision);
        return new Change<>(table, entry.key, entry, before, null, event);
    }

    /** What this led to, for the caller of the commit: the new state, or the last one at the revision of the deletion. */
    StoredObject<R> result() {
        return after != null ? after : StoredObject.of(event.object());
    }

    JournaledChange<R> journaled() {
        return new JournaledChange<>(table.kind, key, before, after);
    }

    void apply(long revision) {
        Entry<R> target = entry;
        if (target == null) {
            target = table.add(key);
            entry = target;
        }
        target.push(revision, after);
        table.indexes.applied(this, target);
    }

    /** The object's entry, after the change was applied. */
    Entry<R> entry() {
        return Objects.requireNonNull(entry);
    }

    /** The state before this change is readable no more. */
    void trim(long oldestRevision) {
        Entry<R> target = entry();
        table.indexes.compacted(this, target);
        if (!target.isGone() && target.trim(oldestRevision)) {
            table.remove(target);
        }
    }

    /** Whether the object is or was selected. */
    boolean concerns(Selector<R> selector) {
        return (before != null && selector.matches(before.resource()))
                || (after != null && selector.matches(after.resource()));
    }

    /** The event as a watcher of this selection sees it; {@code null} if it sees nothing. */
    @Nullable
    WatchEvent<R> seenBy(Selector<R> selector) {
        boolean was = before != null && selector.matches(before.resource());
        boolean is = after != null && selector.matches(after.resource());
        if (was == is) {
            return was ? event : null;
        }
        if (is) {
            return before == null ? event : retyped(WatchEvent.Type.ADDED, event.object());
        }
        return after == null || before == null
                ? event
                : retyped(WatchEvent.Type.DELETED, table.stamped(before.resource(), event.revision()));
    }

    private WatchEvent<R> retyped(WatchEvent.Type type, R object) {
        return new WatchEvent<>(type, object, event.revision());
    }
}
