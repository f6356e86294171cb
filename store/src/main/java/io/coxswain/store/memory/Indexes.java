package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of one kind. None is there from the start, because each costs its share of every write: one is built when
 * lists have looked at as many objects in vain as building it will, which a single list that selects few of many does, and
 * then it is kept. So indexing costs at most twice what the best foresight would have spent (the ski rental argument:
 * Karlin, Manasse, Rudolph, Sleator, Competitive snoopy caching, 1988).
 *
 * <p>Any thread reads, counts what was in vain, and builds: from a snapshot, without holding anybody up. The baton's holder
 * then brings the new index up to date from the log and publishes it; {@code all} is its alone to write.
 */
final class Indexes<R extends Resource<R>> {
    /** Above that the one that wasn't used for longest goes: label keys to select by are anybody's choice. */
    static final int MOST = 16;
    /** Smaller kinds are scanned faster than an index could be kept. */
    static final int WORTHWHILE = 64;

    private volatile List<Index<R>> all = List.of();
    private final ConcurrentHashMap<Aspect, Long> inVain = new ConcurrentHashMap<>();
    private final AtomicBoolean building = new AtomicBoolean();
    private final AtomicLong uses = new AtomicLong();

    /** The index and value with the fewest entries for what is demanded at a revision; {@code null} if there is no index for any of it. */
    @Nullable
    Choice<R> best(Demands demands, long revision) {
        List<Index<R>> now = all;
        if (now.isEmpty()) {
            return null;
        }
        Choice<R> best = null;
        for (Demands.Demand demand : demands.indexable()) {
            Index<R> index = of(now, demand.aspect());
            if (index != null && revision >= index.since) {
                Choice<R> choice = new Choice<>(index, demand.value(), index.estimate(demand.value()));
                best = best == null || choice.estimate < best.estimate ? choice : best;
            }
        }
        if (best != null) {
            best.index.lastUse = uses.incrementAndGet();
        }
        return best;
    }

    /** An index and the value to look up in it. */
    record Choice<R extends Resource<R>>(Index<R> index, String value, int estimate) {
        Entry<R>[] entries() {
            return index.entries(value);
        }
    }

    private static <R extends Resource<R>> @Nullable Index<R> of(List<Index<R>> indexes, Aspect aspect) {
        for (Index<R> index : indexes) {
            if (index.aspect.equals(aspect)) {
                return index;
            }
        }
        return null;
    }

    /**
     * A list has looked at so many objects that it didn't want.
     *
     * @return an index that is to be adopted, if that made one due
     */
    @Nullable
    Index<R> lookedInVain(Demands demands, long objects, KindTable<R> table, Engine engine) {
        if (objects < WORTHWHILE) {
            return null;
        }
        Aspect aspect = unindexed(demands);
        if (inVain.size() > 4 * MOST) {
            inVain.clear();
        }
        if (aspect == null || inVain.merge(aspect, objects, Long::sum) < table.size()) {
            return null;
        }
        return built(aspect, table, engine);
    }

    /** Any thread: an index that is to be adopted; {@code null} if there is one, or one of this kind is being built. */
    @Nullable
    Index<R> built(Aspect aspect, KindTable<R> table, Engine engine) {
        if (!building.compareAndSet(false, true)) {
            return null;
        }
        inVain.clear();
        Index<R> built = null;
        try {
            built = of(all, aspect) == null ? build(aspect, table, engine) : null;
        } finally {
            if (built == null) {
                building.set(false);
            }
        }
        return built;
    }

    private @Nullable Aspect unindexed(Demands demands) {
        List<Index<R>> now = all;
        for (Demands.Demand demand : demands.indexable()) {
            if (of(now, demand.aspect()) == null) {
                return demand.aspect();
            }
        }
        return null;
    }

    private static <R extends Resource<R>> @Nullable Index<R> build(Aspect aspect, KindTable<R> table, Engine engine) {
        Index<R> index = new Index<>(table.kind, aspect, engine.head());
        try {
            for (OrderedEntries<R> entries : table.namespacesFrom("")) {
                for (Entry<R> entry : entries.sorted()) {
                    var state = entry.at(index.since);
                    if (state != null) {
                        index.fill(entry, state);
                    }
                }
            }
        } catch (RuntimeException accessorFailed) {
            // a scan meets it where the object is selected by this field, and says so
            return null;
        }
        return index;
    }

    /** Baton's holder: takes in an index after what has happened since it was built, if the log still knows. */
    void adopt(Index<R> index, KindTable<R> table, Engine engine) {
        try {
            if (engine.replay(index.since, change -> apply(index, change, table))) {
                List<Index<R>> more = new ArrayList<>(all);
                if (more.size() >= MOST) {
                    more.remove(leastUsed(more));
                }
                more.add(index);
                all = List.copyOf(more);
            }
        } catch (RuntimeException accessorFailed) {
            // as above
        } finally {
            building.set(false);
        }
    }

    private void apply(Index<R> index, Change<?> change, KindTable<R> table) {
        if (change.table == table) {
            @SuppressWarnings("unchecked")
            Change<R> ours = (Change<R>) change;
            index.applied(ours, ours.entry());
        }
    }

    private static <R extends Resource<R>> Index<R> leastUsed(List<Index<R>> indexes) {
        Index<R> least = indexes.get(0);
        for (Index<R> index : indexes) {
            least = index.lastUse < least.lastUse ? index : least;
        }
        return least;
    }

    /** Baton's holder: a change was applied to the entry. */
    void applied(Change<R> change, Entry<R> entry) {
        for (Index<R> index : all) {
            try {
                index.applied(change, entry);
            } catch (RuntimeException accessorFailed) {
                drop(index);
            }
        }
    }

    /** Baton's holder: no readable revision is before the change any more. */
    void compacted(Change<R> change, Entry<R> entry) {
        for (Index<R> index : all) {
            try {
                index.compacted(change, entry);
            } catch (RuntimeException accessorFailed) {
                drop(index);
            }
        }
    }

    /** Before the head that would show its gap: who reads at that head finds it gone. */
    private void drop(Index<R> index) {
        List<Index<R>> fewer = new ArrayList<>(all);
        fewer.remove(index);
        all = List.copyOf(fewer);
    }

    /** The aspects that are indexed now. */
    List<Aspect> aspects() {
        return all.stream().map(index -> index.aspect).toList();
    }
}
