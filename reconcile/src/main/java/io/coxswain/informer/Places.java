package io.coxswain.informer;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Places of objects by key: all of a cache, or those under one value of an index. An open hash table with linear probing, so a place costs a slot of four bytes at a load of a third to two thirds
 * and nothing else, where a map would have a node for each.
 *
 * <p>Who may call what: the informer's own steps {@link #put}, {@link #remove} and {@link #forEach}, any thread the others.
 *
 * <ul>
 *   <li>{@code slots}: written by the writer with release, read by others with acquire; this publishes a table that is filled already. Of one that was replaced nothing changes any more.
 *   <li>A slot: written by the writer with release, read by others with acquire; this publishes the place. {@code null} -> a place -> another of the same key, or {@link #GONE} -> a place of any
 *       key. It becomes {@code null} again only where the next slot is: then nothing is found behind it. So a place never moves within a table, and who looks for a key finds it if it was there
 *       all the time. An addition or removal takes effect with the write of its slot.
 *   <li>{@code size}: written by the writer and read by others as opaque. {@code used}: the writer's; slots that aren't {@code null}.
 * </ul>
 *
 * <p>Every operation of a reader is wait-free. Whoever walks sees what was there from the beginning to the end once, and what came or went meanwhile or not. Keys whose hash codes are equal lie
 * side by side and cost a comparison each.
 *
 * <p>{@code PlacesLincheckTest} checks this, and that a twin fails which closes the gap that a removal leaves.
 */
class Places<R extends Resource<R>> {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Cached[].class);
    private static final VarHandle SLOTS;
    private static final VarHandle SIZE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SLOTS = lookup.findVarHandle(Places.class, "slots", Cached[].class);
            SIZE = lookup.findVarHandle(Places.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Where a place was, and others may be found behind it. */
    @SuppressWarnings({"rawtypes", "unchecked", "NullAway"}) // nobody looks at its object
    private static final Cached<?> GONE = new Cached(ResourceKey.cluster(""), null);

    private static final int FIRST_CAPACITY = 2;

    /** Spreads hash codes that are neighbours, as those of numbered names are (Knuth's multiplicative hashing). */
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private @Nullable Cached<R>[] slots = table(FIRST_CAPACITY);
    private int size;
    private int used;

    @Nullable
    Cached<R> find(ResourceKey key) {
        @Nullable Cached<R>[] now = slotsAcquire();
        int hash = key.hashCode();
        int mask = now.length - 1;
        for (int i = home(now, hash); ; i = (i + 1) & mask) {
            Cached<R> place = slotAcquire(now, i);
            if (place == null) {
                return null;
            }
            if (place.hash == hash && place != GONE && place.hasKey(key.namespace(), key.name())) {
                return place;
            }
        }
    }

    /** Enters a place, instead of the one that has its key. */
    void put(Cached<R> place) {
        if (used >= limit(slots.length)) {
            rebuild();
        }
        int found = slotOf(place);
        Cached<R> before = slots[found];
        if (before == null || before == GONE) {
            setSizeOpaque(size + 1);
            used += before == null ? 1 : 0;
        }
        setSlotRelease(slots, found, place);
    }

    /** Takes out the place that has the key of this one; returns whether there was any. */
    boolean remove(Cached<R> place) {
        int found = slotOf(place);
        Cached<R> before = slots[found];
        if (before == null || before == GONE) {
            return false;
        }
        setSizeOpaque(size - 1);
        used -= vacate(slots, found) ? 1 : 0;
        return true;
    }

    /** Empties a slot; returns whether it is as if it had never been used. */
    boolean vacate(@Nullable Cached<R>[] table, int slot) {
        boolean nothingBehind = table[(slot + 1) & (table.length - 1)] == null;
        setSlotRelease(table, slot, nothingBehind ? null : GONE);
        return nothingBehind;
    }

    /** Where the key of a place is, or else where it would be entered. */
    private int slotOf(Cached<R> place) {
        int mask = slots.length - 1;
        int free = -1;
        int i = home(slots, place.hash);
        for (Cached<R> other = slots[i]; other != null; other = slots[i]) {
            if (other == GONE) {
                free = free < 0 ? i : free;
            } else if (other.hasKeyOf(place)) {
                return i;
            }
            i = (i + 1) & mask;
        }
        return free < 0 ? i : free;
    }

    /** With more room, or without what is gone. */
    private void rebuild() {
        int capacity = FIRST_CAPACITY;
        while (size >= capacity / 2) {
            capacity *= 2;
        }
        @Nullable Cached<R>[] next = table(capacity);
        forEach(place -> {
            int i = home(next, place.hash);
            while (next[i] != null) {
                i = (i + 1) & (next.length - 1);
            }
            next[i] = place;
        });
        used = size;
        SLOTS.setRelease(this, next);
    }

    private static int limit(int capacity) {
        return capacity * 2 / 3;
    }

    private static int home(Object[] table, int hash) {
        return (hash * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
    }

    /** All places. */
    void forEach(Consumer<Cached<R>> action) {
        for (Cached<R> place : slots) {
            if (place != null && place != GONE) {
                action.accept(place);
            }
        }
    }

    int size() {
        return (int) SIZE.getOpaque(this);
    }

    /** A view of the objects, not a copy. */
    Collection<R> objects() {
        return new Objects<>(this);
    }

    private void setSizeOpaque(int value) {
        SIZE.setOpaque(this, value);
    }

    private static void setSlotRelease(@Nullable Cached<?>[] table, int slot, @Nullable Cached<?> place) {
        SLOT.setRelease(table, slot, place);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Cached<R>[] slotsAcquire() {
        return (Cached<R>[]) SLOTS.getAcquire(this);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource<R>> @Nullable Cached<R> slotAcquire(@Nullable Cached<R>[] table, int slot) {
        return (Cached<R>) SLOT.getAcquire(table, slot);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource<R>> @Nullable Cached<R>[] table(int capacity) {
        return (Cached<R>[]) new Cached<?>[capacity];
    }

    private static final class Objects<R extends Resource<R>> extends AbstractCollection<R> {
        private final Places<R> places;

        Objects(Places<R> places) {
            this.places = places;
        }

        @Override
        public Iterator<R> iterator() {
            return new Walk<>(places.slotsAcquire());
        }

        /** Without a size, which may change before the end is reached. */
        @Override
        public Spliterator<R> spliterator() {
            return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.CONCURRENT | Spliterator.NONNULL);
        }

        @Override
        public int size() {
            return places.size();
        }
    }

    private static final class Walk<R extends Resource<R>> implements Iterator<R> {
        private final @Nullable Cached<R>[] table;
        private int behind;
        private @Nullable Cached<R> next;

        Walk(@Nullable Cached<R>[] table) {
            this.table = table;
            next = following();
        }

        private @Nullable Cached<R> following() {
            while (behind < table.length) {
                Cached<R> place = slotAcquire(table, behind++);
                if (place != null && place != GONE) {
                    return place;
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public R next() {
            Cached<R> now = next;
            if (now == null) {
                throw new NoSuchElementException();
            }
            next = following();
            return now.object;
        }
    }
}
