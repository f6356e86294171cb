package io.coxswain.apiserver;

import io.coxswain.client.Cause;
import io.coxswain.client.Committed;
import io.coxswain.client.Selector;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in the making: a snapshot and what has been written over it so far, so that each operation sees the ones
 * before it. Everything that was written or relied upon becomes a condition of the commit, and in one that is
 * {@link #serializable} everything that was read. Used by one thread at a time.
 */
final class Stage implements Reader {
    /** So many are found faster one by one than by hashes. */
    private static final int FEW = 4;

    private final StoreSnapshot snapshot;
    private final Cause cause;
    private final List<Cell<?>> cells = new ArrayList<>(FEW);
    /** What finds a cell where there are more than a few. */
    private @Nullable Map<Target, Cell<?>> index;

    private final List<Outcome> outcomes = new ArrayList<>(1);
    private final List<Precondition> required = new ArrayList<>(0);
    /** What was listed, to be a condition; {@code null} where reads are none. */
    private final @Nullable Set<Precondition> lists;

    private record Target(Kind<?> kind, ResourceKey key) {}

    /** What one operation did, to which object, and what was to become of that before. */
    record Outcome(
            Committed.Effect effect,
            Cell<?> cell,
            @Nullable Resource<?> last,
            @Nullable StoredObject<?> before) {}

    /** One object: as it is stored, and as it is to be. */
    static final class Cell<R extends Resource<R>> {
        final Kind<R> kind;
        final ResourceKey key;
        final @Nullable StoredObject<R> stored;
        private @Nullable StoredObject<R> wanted;
        private int write = -1;

        private Cell(Kind<R> kind, ResourceKey key, @Nullable StoredObject<R> stored) {
            this.kind = kind;
            this.key = key;
            this.stored = stored;
            this.wanted = stored;
        }

        @Nullable
        StoredObject<R> wanted() {
            return wanted;
        }

        /** The position among the transaction's writes; -1 if nothing is written. */
        int write() {
            return write;
        }

        /** Whether it is to be another than the stored one, which each change makes anew. */
        boolean isChanged() {
            return wanted != stored;
        }

        private Write toWrite() {
            StoredObject<R> now = wanted;
            return now == null ? new Write.Delete<>(kind, key) : new Write.Put<>(kind, now);
        }

        private Precondition condition() {
            StoredObject<R> was = stored;
            return was == null
                    ? new Precondition.Absent(kind, key)
                    : new Precondition.RevisionEquals(
                            kind, key, was.resource().metadata().resourceVersion());
        }
    }

    Stage(StoreSnapshot snapshot, Cause cause) {
        this(snapshot, cause, null);
    }

    private Stage(StoreSnapshot snapshot, Cause cause, @Nullable Set<Precondition> lists) {
        this.snapshot = snapshot;
        this.cause = cause;
        this.lists = lists;
    }

    /** One whose reads are conditions of the commit too. */
    static Stage serializable(StoreSnapshot snapshot, Cause cause) {
        return new Stage(snapshot, cause, new LinkedHashSet<>());
    }

    @Override
    public long revision() {
        return snapshot.revision();
    }

    Cause cause() {
        return cause;
    }

    @Override
    public <R extends Resource<R>> @Nullable R find(Kind<R> kind, ResourceKey key) {
        StoredObject<R> found = get(kind, key);
        return found == null ? null : found.resource();
    }

    <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        if (lists != null) {
            return cell(kind, key).wanted;
        }
        if (!cells.isEmpty()) {
            Cell<R> cell = known(kind, key);
            if (cell != null) {
                return cell.wanted;
            }
        }
        return snapshot.get(kind, key);
    }

    @SuppressWarnings("unchecked")
    private <R extends Resource<R>> @Nullable Cell<R> known(Kind<R> kind, ResourceKey key) {
        Map<Target, Cell<?>> known = index;
        if (known != null) {
            return (Cell<R>) known.get(new Target(kind, key));
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell<?> cell = cells.get(i);
            if (cell.kind.equals(kind) && cell.key.equals(key)) {
                return (Cell<R>) cell;
            }
        }
        return null;
    }

    @Override
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return listed(
                kind, new Precondition.Unchanged(kind, selection, "", revision()), snapshot.list(kind, selection));
    }

    <R extends Resource<R>> List<R> ownedBy(Kind<R> kind, String uid) {
        return listed(
                kind, new Precondition.Unchanged(kind, Selection.all(), uid, revision()), snapshot.ownedBy(kind, uid));
    }

    private <R extends Resource<R>> List<R> listed(Kind<R> kind, Precondition.Unchanged list, List<R> stored) {
        if (lists != null) {
            lists.add(list);
        }
        if (cells.stream().noneMatch(cell -> cell.kind.equals(kind) && cell.isChanged())) {
            return stored;
        }
        Selector<R> selector = Selector.of(kind, list);
        Map<ResourceKey, R> objects = new TreeMap<>();
        stored.forEach(object -> objects.put(object.key(), object));
        for (Cell<?> cell : cells) {
            if (cell.kind.equals(kind)) {
                objects.remove(cell.key);
                StoredObject<?> wanted = cell.wanted;
                if (wanted != null && selector.matches(kind.type().cast(wanted.resource()))) {
                    objects.put(cell.key, kind.type().cast(wanted.resource()));
                }
            }
        }
        return List.copyOf(objects.values());
    }

    /** An object as it is to be: without a revision, if that is another one than the stored. */
    <R extends Resource<R>> R unstamped(Kind<R> kind, R object) {
        Cell<R> cell = known(kind, object.key());
        return cell == null || !cell.isChanged()
                ? object
                : kind.withMetadata(object, object.metadata().withResourceVersion(0));
    }

    /** The object as the operations so far leave it; to be written, or relied upon. */
    <R extends Resource<R>> Cell<R> cell(Kind<R> kind, ResourceKey key) {
        Cell<R> cell = known(kind, key);
        if (cell == null) {
            cell = new Cell<>(kind, key, snapshot.get(kind, key));
            add(cell);
        }
        return cell;
    }

    private void add(Cell<?> cell) {
        cells.add(cell);
        if (index != null) {
            index.put(new Target(cell.kind, cell.key), cell);
        } else if (cells.size() > FEW) {
            Map<Target, Cell<?>> all = new HashMap<>();
            cells.forEach(each -> all.put(new Target(each.kind, each.key), each));
            index = all;
        }
    }

    /** Requires of the commit that an object be as it is in the snapshot. */
    void relyOn(Kind<?> kind, ResourceKey key) {
        cell(kind, key);
    }

    void require(Precondition precondition) {
        required.add(precondition);
    }

    /** Ends an operation that leaves the object as it is. */
    <R extends Resource<R>> void keep(Cell<R> cell, Committed.Effect effect) {
        outcomes.add(new Outcome(effect, cell, null, cell.wanted));
    }

    /** Ends an operation that stores the object. */
    <R extends Resource<R>> void put(Cell<R> cell, StoredObject<R> object, Committed.Effect effect) {
        StoredObject<R> before = cell.wanted;
        cell.wanted = object;
        outcomes.add(new Outcome(effect, cell, null, before));
    }

    /** Ends an operation that removes the object. */
    <R extends Resource<R>> void remove(Cell<R> cell, R last) {
        StoredObject<R> before = cell.wanted;
        cell.wanted = null;
        outcomes.add(new Outcome(Committed.Effect.DELETED, cell, last, before));
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** How far the operations have got. */
    record Mark(int outcomes, int required) {}

    Mark mark() {
        return new Mark(outcomes.size(), required.size());
    }

    /** Takes back what was done since. What was read stays read. */
    void undo(Mark before) {
        for (int last = outcomes.size() - 1; last >= before.outcomes; last--) {
            undo(outcomes.remove(last));
        }
        required.subList(before.required, required.size()).clear();
    }

    private static <R extends Resource<R>> void undo(Outcome outcome) {
        @SuppressWarnings("unchecked")
        Cell<R> cell = (Cell<R>) outcome.cell;
        @SuppressWarnings("unchecked")
        StoredObject<R> before = (StoredObject<R>) outcome.before;
        cell.wanted = before;
    }

    /** What handlers asked for: refuses the request where it doesn't hold. */
    List<Precondition> required() {
        return required;
    }

    /** That nothing has changed that was looked at: otherwise all is to be done again. */
    List<Precondition> conditions() {
        List<Precondition> conditions = new ArrayList<>(cells.size());
        for (Cell<?> cell : cells) {
            conditions.add(cell.condition());
        }
        if (lists != null) {
            conditions.addAll(lists);
        }
        return conditions;
    }

    List<Write> writes() {
        List<Write> writes = new ArrayList<>(cells.size());
        for (Cell<?> cell : cells) {
            cell.write = -1;
            if (cell.isChanged()) {
                cell.write = writes.size();
                writes.add(cell.toWrite());
            }
        }
        return writes;
    }
}
