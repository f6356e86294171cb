package io.coxswain.informer;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
    private final ConcurrentHashMap<ResourceKey, R> objects = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, CacheIndex<R>> built = new ConcurrentHashMap<>();
    private final List<CacheIndex<R>> maintained = new CopyOnWriteArrayList<>();

    @Nullable
    R find(ResourceKey key) {
        return objects.get(key);
    }

    int size() {
        return objects.size();
    }

    Collection<R> all() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** The keys, in order. */
    Collection<ResourceKey> keys() {
        return new TreeSet<>(objects.keySet());
    }

    boolean has(Index<R> index) {
        return built.containsKey(index.name());
    }

    /** What is found under a value; by looking at every object while the index isn't built. */
    Collection<R> byIndex(Index<R> index, String value) {
        CacheIndex<R> found = built.get(index.name());
        return found != null ? found.find(value) : new CacheIndex<>(index).scan(objects.values(), value);
    }

    /** Builds an index, unless there is one of that name. */
    void build(Index<R> index) {
        if (has(index)) {
            return;
        }
        CacheIndex<R> fresh = new CacheIndex<>(index);
        objects.forEach((key, object) -> fresh.replace(key, null, object));
        maintained.add(fresh);
        built.put(index.name(), fresh);
    }

    /** Stores an object and returns the one it replaces. */
    @Nullable
    R put(R object) {
        ResourceKey key = object.key();
        R old = objects.put(key, object);
        for (CacheIndex<R> index : maintained) {
            index.replace(key, old, object);
        }
        return old;
    }

    @Nullable
    R remove(ResourceKey key) {
        R old = objects.remove(key);
        if (old != null) {
            for (CacheIndex<R> index : maintained) {
                index.replace(key, old, null);
            }
        }
        return old;
    }
}
