package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one kind in one namespace, by name.
 *
 * <p>Sorted text is the slow part of a store, so the writer doesn't sort: it appends new entries to a tail. Who lists
 * merges the tail into the sorted array and leaves the result for others; the writer takes it over with its next
 * addition. A load without lists pays for no order at all, a list that follows few writes for few insertions.
 *
 * <p>The baton's holder adds and removes, anybody reads. The state is replaced by the writer only; a reader writes
 * nothing but {@code merged}, a hint whose loss costs another merge. An entry is written to the tail before its count is
 * (release), and read after it (acquire).
 */
final class OrderedEntries<R extends Resource<R>> {
    private static final int FIRST_TAIL = 16;
    /** Removed entries are tolerated up to as many as are left, and this many: removal then costs O(1) each. */
    private static final int TOLERATED = 64;

    private static final Comparator<Entry<?>> BY_NAME = Comparator.comparing(entry -> entry.key.name());

    private volatile State<R> state = new State<>(OrderedEntries.<R>none(0), OrderedEntries.<R>none(FIRST_TAIL), 0);
    private int live;
    private int removed;

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

    /** Writer only: the entry shows nothing at any readable revision and may be forgotten. */
    void remove() {
        live--;
        removed++;
        if (removed > TOLERATED && removed > live) {
            state = state.withoutGone();
            removed = 0;
        }
    }

    /** All entries, by name; some may be removed ones. The array must not be changed. */
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
        Arrays.sort(added, BY_NAME);
        Entry<R>[] all = merge(base, added);
        now.merged = new Merged<>(all, count);
        return all;
    }

    /** The position of the first entry behind a name. */
    static int after(Entry<?>[] sorted, String name) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].key.name().compareTo(name) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Few into many: the stretches between them are copied whole. */
    private static <R extends Resource<R>> Entry<R>[] merge(Entry<R>[] base, Entry<R>[] added) {
        Entry<R>[] all = none(base.length + added.length);
        int from = 0;
        for (int i = 0; i < added.length; i++) {
            int to = behind(base, from, added[i].key.name());
            System.arraycopy(base, from, all, from + i, to - from);
            all[to + i] = added[i];
            from = to;
        }
        System.arraycopy(base, from, all, from + added.length, base.length - from);
        return all;
    }

    /** Gallops, so that merging two long arrays stays linear. */
    private static int behind(Entry<?>[] base, int from, String name) {
        int step = 1;
        int low = from;
        int high = from;
        while (high < base.length && base[high].key.name().compareTo(name) <= 0) {
            low = high + 1;
            high += step;
            step <<= 1;
        }
        high = Math.min(high, base.length);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (base[middle].key.name().compareTo(name) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource<R>> Entry<R>[] none(int length) {
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

        State<R> withoutGone() {
            Entry<R>[] left =
                    Arrays.stream(sorted).filter(entry -> !entry.isGone()).toArray(OrderedEntries::none);
            Entry<R>[] added = Arrays.stream(tail, 0, count)
                    .filter(entry -> !entry.isGone())
                    .toArray(OrderedEntries::none);
            return new State<>(left, added, added.length);
        }
    }
}
