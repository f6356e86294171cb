package io.coxswain.store.memory;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one kind by the values of one aspect, at every revision from {@link #since} on.
 *
 * <p>Under a value stand all entries that have it at some readable revision, once for each unbroken stretch of revisions at
 * which they do; who looks one up checks it again at its own revision, and skips repetitions, which are neighbours. The
 * stretch is entered with the commit that begins it and left when the commit that ends it is compacted. So the postings of
 * an index never show too little, and what they show too much is bounded by what the log retains.
 *
 * <p>Until it is adopted an index belongs to the thread that fills it; afterwards the baton's holder writes and anybody reads.
 * The few entries of a rare value are an array in key order that is replaced by the next one, the many of a frequent one are
 * {@link OrderedEntries}; both are published by the map, before the head that makes their versions visible.
 */
final class Index<R extends Resource<R>> {
    /** Up to here an insertion copies the array: few cache lines, and no slack for the values that only few objects have. */
    private static final int FEW = 32;

    final Aspect aspect;
    /** At older revisions the index is incomplete. */
    final long since;

    private final Function<R, List<String>> values;
    /** Arrays of entries and {@code OrderedEntries}: a common type would cost as much memory as the entries of a rare value. */
    private final ConcurrentHashMap<String, Object> postings = new ConcurrentHashMap<>();
    /** When a list last used it, by the count of such uses; read and written without order, a hint for eviction. */
    long lastUse;

    Index(Kind<R> kind, Aspect aspect, long since) {
        this.aspect = aspect;
        this.since = since;
        this.values = aspect.values(kind);
    }

    /** The filling thread: takes in the state of an object at {@link #since}. */
    void fill(Entry<R> entry, StoredObject<R> state) {
        for (String value : values.apply(state.resource())) {
            enter(value, entry);
        }
    }

    /**
     * Baton's holder: a change was applied to the entry.
     *
     * @throws RuntimeException of a field's accessor: the index is of no use then
     */
    void applied(Change<R> change, Entry<R> entry) {
        for (String value : added(change.after, change.before)) {
            enter(value, entry);
        }
    }

    /** Baton's holder: no readable revision is before the change any more. Throws as {@link #applied} does. */
    void compacted(Change<R> change, Entry<R> entry) {
        if (change.event.revision() > since) {
            for (String value : added(change.before, change.after)) {
                leave(value, entry);
            }
        }
    }

    /** The values that one state has and the other has not. */
    private List<String> added(@Nullable StoredObject<R> one, @Nullable StoredObject<R> other) {
        if (one == null) {
            return List.of();
        }
        List<String> all = values.apply(one.resource());
        if (all.isEmpty() || other == null) {
            return all;
        }
        List<String> known = values.apply(other.resource());
        return all.equals(known)
                ? List.of()
                : all.stream().filter(value -> !known.contains(value)).toList();
    }

    private void enter(String value, Entry<R> entry) {
        Object now = postings.get(value);
        if (now instanceof OrderedEntries<?>) {
            many(now).add(entry);
        } else if (now == null) {
            Entry<R>[] only = OrderedEntries.none(1);
            only[0] = entry;
            postings.put(value, only);
        } else if (few(now).length < FEW) {
            postings.put(value, with(few(now), entry));
        } else {
            OrderedEntries<R> many = new OrderedEntries<>(few(now));
            many.add(entry);
            postings.put(value, many);
        }
    }

    private void leave(String value, Entry<R> entry) {
        Object now = postings.get(value);
        if (now instanceof OrderedEntries<?>) {
            if (many(now).remove(entry)) {
                postings.remove(value);
            }
        } else if (now != null) {
            Entry<R>[] left = without(few(now), entry);
            if (left.length == 0) {
                postings.remove(value);
            } else {
                postings.put(value, left);
            }
        }
    }

    /** The entries that have the value at some readable revision, in key order. The array must not be changed. */
    Entry<R>[] entries(String value) {
        Object now = postings.get(value);
        if (now == null) {
            return OrderedEntries.none(0);
        }
        return now instanceof OrderedEntries<?> ? many(now).sorted() : few(now);
    }

    /** About how many entries a look-up would give. */
    int estimate(String value) {
        Object now = postings.get(value);
        if (now == null) {
            return 0;
        }
        return now instanceof OrderedEntries<?> ? many(now).size() : few(now).length;
    }

    private static <R extends Resource<R>> Entry<R>[] with(Entry<R>[] sorted, Entry<R> entry) {
        int at = OrderedEntries.behind(sorted, entry.key);
        Entry<R>[] all = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, at, all, at + 1, sorted.length - at);
        all[at] = entry;
        return all;
    }

    private static <R extends Resource<R>> Entry<R>[] without(Entry<R>[] sorted, Entry<R> entry) {
        int at = 0;
        while (at < sorted.length && sorted[at] != entry) {
            at++;
        }
        if (at == sorted.length) {
            return sorted;
        }
        Entry<R>[] left = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, at + 1, left, at, left.length - at);
        return left;
    }

    @SuppressWarnings("unchecked")
    private Entry<R>[] few(Object posting) {
        return (Entry<R>[]) posting;
    }

    @SuppressWarnings("unchecked")
    private OrderedEntries<R> many(Object posting) {
        return (OrderedEntries<R>) posting;
    }
}
