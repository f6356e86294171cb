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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in the making: a snapshot and what has been written over it so far, so that each operation sees the ones
 * before it. Everything that was written or relied upon becomes a condition of the commit. Used by one thread at a time.
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

    private record Target(Kind<?> kind, ResourceKey key) {}

    /** What one operation did, to which object. */
    record Outcome(
            Committed.Effect effect, Cell<?> cell, @Nullable Resource<?> last) {}

    /** One object: as it is stored, and as it is to be. */
    static final class Cell<R extends Resource<R>> {
        final Kind<R> kind;
        final ResourceKey key;
        final @Nullable StoredObject<R> stored;
        private @Nullable StoredObject<R> wanted;
        private boolean changed;
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

        private boolean isChanged() {
            return changed;
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
        this.snapshot = snapshot;
        this.cause = cause;
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
        List<R> stored = snapshot.list(kind, selection);
        if (cells.stream().noneMatch(cell -> cell.kind.equals(kind) && cell.isChanged())) {
            return stored;
        }
        Selector<R> selector = new Selector<>(kind, selection);
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
        outcomes.add(new Outcome(effect, cell, null));
    }

    /** Ends an operation that stores the object. */
    <R extends Resource<R>> void put(Cell<R> cell, StoredObject<R> object, Committed.Effect effect) {
        cell.wanted = object;
        cell.changed = true;
        outcomes.add(new Outcome(effect, cell, null));
    }

    /** Ends an operation that removes the object. */
    <R extends Resource<R>> void remove(Cell<R> cell, R last) {
        cell.wanted = null;
        cell.changed = true;
        outcomes.add(new Outcome(Committed.Effect.DELETED, cell, last));
    }

    List<Outcome> outcomes() {
        return outcomes;
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
