package io.coxswain.informer;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The objects that an informer has seen, by key and by index.
 *
 * <p>Any thread reads, without a lock. {@link #put}, {@link #remove} and {@link #build} are for the informer's own steps; an index and the objects agree whenever no such step is running, and
 * while one is running a reader may see that one change in the one and not yet in the other.
 */
final class Cache<R extends Resource<R>> {
    private final Places<R> objects = new Places<>();
    private final ConcurrentHashMap<String, CacheIndex<R>> built = new ConcurrentHashMap<>();
    private final List<CacheIndex<R>> maintained = new CopyOnWriteArrayList<>();

    @Nullable
    R find(ResourceKey key) {
        Cached<R> place = objects.find(key);
        return place == null ? null : place.object;
    }

    int size() {
        return objects.size();
    }

    Collection<R> all() {
        return objects.objects();
    }

    /** The keys, in order. */
    Collection<ResourceKey> keys() {
        Set<ResourceKey> keys = new TreeSet<>();
        objects.forEach(place -> keys.add(place.key()));
        return keys;
    }

    boolean has(Index<R> index) {
        return find(index) != null;
    }

    private @Nullable CacheIndex<R> find(Index<R> index) {
        CacheIndex<R> found = built.get(index.name());
        while (found != null && !found.index().isSameAs(index)) {
            found = found.namesake();
        }
        return found;
    }

    /** What is found under a value; by looking at every object while the index isn't built. */
    Collection<R> byIndex(Index<R> index, String value) {
        CacheIndex<R> found = find(index);
        return found != null ? found.find(value) : new CacheIndex<>(index, null).scan(all(), value);
    }

    /** Builds an index, unless there is one of that name and code. */
    void build(Index<R> index) {
        if (has(index)) {
            return;
        }
        CacheIndex<R> fresh = new CacheIndex<>(index, built.get(index.name()));
        objects.forEach(fresh::add);
        maintained.add(fresh);
        built.put(index.name(), fresh);
    }

    /** Stores an object and returns the one it replaces. */
    @Nullable
    R put(ResourceKey key, R object) {
        Cached<R> place = objects.find(key);
        if (place == null) {
            enter(new Cached<>(key, object));
            return null;
        }
        R old = place.object;
        if (keepsItsValues(old, object)) {
            place.object = object;
        } else {
            Cached<R> next = new Cached<>(key, object);
            objects.put(next);
            for (CacheIndex<R> index : maintained) {
                index.replace(place, next);
            }
        }
        return old;
    }

    private void enter(Cached<R> place) {
        objects.put(place);
        for (CacheIndex<R> index : maintained) {
            index.add(place);
        }
    }

    private boolean keepsItsValues(R old, R now) {
        for (CacheIndex<R> index : maintained) {
            if (!index.hasUnderTheSame(old, now)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    R remove(ResourceKey key) {
        Cached<R> place = objects.find(key);
        if (place == null) {
            return null;
        }
        objects.remove(place);
        for (CacheIndex<R> index : maintained) {
            index.remove(place);
        }
        return place.object;
    }
}
