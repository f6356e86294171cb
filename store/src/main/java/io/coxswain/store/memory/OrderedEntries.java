package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of one kind in the order of their keys: those of a namespace, or those with one value of what is indexed.
 *
 * <p>Sorted text is the slow part of a store, so the writer doesn't sort: it appends new entries to a tail. Who lists
 * merges the tail into the sorted array and leaves the result for others; the writer takes it over with its next
 * addition. A load without lists pays for no order at all, a list that follows few writes for few insertions.
 *
 * <p>Who may call what: the baton's holder {@code add} and {@code remove}, any thread {@code sorted} and {@code size}.
 *
 * <ul>
 *   <li>{@code state}: volatile, written by the writer only. A state's arrays never change where they can be read: the
 *       sorted one not at all, the tail only at and behind its count.
 *   <li>{@code count} of a state: the writer's; written with release after the entry in the tail, read with acquire before it.
 *       An addition takes effect with this write, or with the one of the state that holds a grown tail.
 *   <li>{@code merged} of a state: volatile, written by readers. It holds the sorted array with the first of the tail merged
 *       in; each value that it ever has is right, so that a lost one costs another merge and nothing else.
 *   <li>{@code live}: the writer's, read without order as an estimate. {@code removed}: the writer's.
 * </ul>
 *
 * <p>Every operation is wait-free but for the sorting that a reader does once for each tail. A removed entry may be shown
 * until as many are removed as are left: entries say themselves what they are at a revision.
 *
 * <p>{@code OrderedEntriesLincheckTest} checks this against a sorted list, and that a twin which raises the count first fails.
 */
final class OrderedEntries<R extends Resource<R>> {
    private static final int FIRST_TAIL = 16;
    /** Removed entries are tolerated up to as many as are left, and this many: removal then costs O(1) each. */
    private static final int TOLERATED = 64;

    private static final Comparator<Entry<?>> BY_KEY = (one, other) -> compare(one.key, other.key);

    private volatile State<R> state;
    private final List<Entry<R>> removed = new ArrayList<>(0);
    private int live;

    OrderedEntries() {
        this(none(0));
    }

    /** @param sorted entries in key order, which are not changed any more */
    OrderedEntries(Entry<R>[] sorted) {
        this(sorted, FIRST_TAIL);
    }

    /** With room for so many before the tail grows. */
    OrderedEntries(Entry<R>[] sorted, int tail) {
        state = new State<>(sorted, none(tail), 0);
        live = sorted.length;
    }

    /** Writer only. */
    void add(Entry<R> entry) {
        State<R> now = state;
        Merged<R> merged = now.merged;
        if (merged != null) {
            now = now.adopt(merged);
            state = now;
        } else if (now.count() == now.tail.length) {
            now = now.grown();
            state = now;
        }
        now.append(entry);
        live++;
    }

    /**
     * Writer only: the entry, which was added before, shows nothing any more at any readable revision. If it was added
     * several times, this takes back one of them.
     *
     * @return whether nothing is left
     */
    boolean remove(Entry<R> entry) {
        live--;
        removed.add(entry);
        if (removed.size() > TOLERATED && removed.size() > live) {
            state = state.without(removed);
            removed.clear();
        }
        return live == 0;
    }

    /** About how many there are. */
    int size() {
        return live;
    }

    /** All entries, by key; some may be removed ones, those that were added twice are neighbours. The array must not be changed. */
    Entry<R>[] sorted() {
        State<R> now = state;
        int count = now.countAcquire();
        if (count == 0) {
            return now.sorted;
        }
        Merged<R> merged = now.merged;
        if (merged != null && merged.count >= count) {
            return merged.sorted;
        }
        Entry<R>[] base = merged == null ? now.sorted : merged.sorted;
        Entry<R>[] added = Arrays.copyOfRange(now.tail, merged == null ? 0 : merged.count, count);
        Arrays.sort(added, BY_KEY);
        Entry<R>[] all = merge(base, added);
        now.merged = new Merged<>(all, count);
        return all;
    }

    /** The position of the first entry behind a key. */
    static int behind(Entry<?>[] sorted, ResourceKey key) {
        return behind(sorted, 0, sorted.length, key);
    }

    private static int behind(Entry<?>[] sorted, int from, int to, ResourceKey key) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(sorted[middle].key, key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As {@code ResourceKey} does; most keys that are compared here share their namespace's text. */
    private static int compare(ResourceKey one, ResourceKey other) {
        String namespace = one.namespace();
        String otherNamespace = other.namespace();
        if (namespace != otherNamespace) {
            int byNamespace = namespace.compareTo(otherNamespace);
            if (byNamespace != 0) {
                return byNamespace;
            }
        }
        return one.name().compareTo(other.name());
    }

    /** Few into many: the stretches between them are copied whole. */
    private static <R extends Resource<R>> Entry<R>[] merge(Entry<R>[] base, Entry<R>[] added) {
        Entry<R>[] all = none(base.length + added.length);
        int from = 0;
        for (int i = 0; i < added.length; i++) {
            int to = galloping(base, from, added[i].key);
            System.arraycopy(base, from, all, from + i, to - from);
            all[to + i] = added[i];
            from = to;
        }
        System.arraycopy(base, from, all, from + added.length, base.length - from);
        return all;
    }

    /** Gallops, so that merging two long arrays stays linear. */
    private static int galloping(Entry<?>[] base, int from, ResourceKey key) {
        int step = 1;
        int low = from;
        int high = from;
        while (high < base.length && compare(base[high].key, key) <= 0) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        return behind(base, low, Math.min(high, base.length), key);
    }

    @SuppressWarnings("unchecked")
    static <R extends Resource<R>> Entry<R>[] none(int length) {
        return (Entry<R>[]) new Entry<?>[length];
    }

    /** The sorted array with the first of the tail merged in. */
    private static final class Merged<R extends Resource<R>> {
        final Entry<R>[] sorted;
        final int count;

        Merged(Entry<R>[] sorted, int count) {
            this.sorted = sorted;
            this.count = count;
        }
    }

    private static final class State<R extends Resource<R>> {
        private static final VarHandle COUNT;

        static {
            try {
                COUNT = MethodHandles.lookup().findVarHandle(State.class, "count", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        final Entry<R>[] sorted;
        final Entry<R>[] tail;
        private int count;
        volatile @Nullable Merged<R> merged;

        State(Entry<R>[] sorted, Entry<R>[] tail, int count) {
            this.sorted = sorted;
            this.tail = tail;
            this.count = count;
        }

        int count() {
            return count;
        }

        int countAcquire() {
            return (int) COUNT.getAcquire(this);
        }

        void append(Entry<R> entry) {
            tail[count] = entry;
            COUNT.setRelease(this, count + 1);
        }

        State<R> grown() {
            return new State<>(sorted, Arrays.copyOf(tail, Math.max(FIRST_TAIL, tail.length * 2)), count);
        }

        State<R> adopt(Merged<R> done) {
            int left = count - done.count;
            Entry<R>[] rest = Arrays.copyOfRange(tail, done.count, done.count + Math.max(FIRST_TAIL, left * 2));
            return new State<>(done.sorted, rest, left);
        }

        State<R> without(List<Entry<R>> removed) {
            IdentityHashMap<Entry<R>, Integer> left = new IdentityHashMap<>();
            removed.forEach(entry -> left.merge(entry, 1, Integer::sum));
            Entry<R>[] base =
                    Arrays.stream(sorted).filter(entry -> !takeOne(left, entry)).toArray(OrderedEntries::none);
            Entry<R>[] added = Arrays.stream(tail, 0, count)
                    .filter(entry -> !takeOne(left, entry))
                    .toArray(OrderedEntries::none);
            return new State<>(base, added, added.length);
        }

        private static <R extends Resource<R>> boolean takeOne(
                IdentityHashMap<Entry<R>, Integer> left, Entry<R> entry) {
            Integer times = left.computeIfPresent(entry, (same, before) -> before - 1);
            return times != null && times >= 0;
        }
    }
}
