package io.coxswain.informer;

import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One index of a cache: value -> the objects under it. Written by the informer's own steps, read by any thread. */
final class CacheIndex<R extends Resource<R>> {
    private static final Logger LOG = LoggerFactory.getLogger(CacheIndex.class);

    private final Index<R> index;
    private final @Nullable CacheIndex<R> namesake;
    private final ConcurrentHashMap<String, Places<R>> buckets = new ConcurrentHashMap<>();
    private boolean complained;

    CacheIndex(Index<R> index, @Nullable CacheIndex<R> namesake) {
        this.index = index;
        this.namesake = namesake;
    }

    Index<R> index() {
        return index;
    }

    /** One of the same name and other code that was built before, if there is one. */
    @Nullable
    CacheIndex<R> namesake() {
        return namesake;
    }

    /** Whether two versions of an object are found under the same values. */
    boolean hasUnderTheSame(R old, R now) {
        Collection<String> before = valuesOf(old);
        Collection<String> after = valuesOf(now);
        return before.containsAll(after) && after.containsAll(before);
    }

    void add(Cached<R> place) {
        for (String value : valuesOf(place.object)) {
            buckets.computeIfAbsent(value, any -> new Places<>()).put(place);
        }
    }

    void remove(Cached<R> place) {
        for (String value : valuesOf(place.object)) {
            remove(place, value);
        }
    }

    /** Nobody who looks under a value that both versions have misses the object meanwhile, or sees it twice. */
    void replace(Cached<R> old, Cached<R> now) {
        add(now);
        Collection<String> after = valuesOf(now.object);
        for (String value : valuesOf(old.object)) {
            if (!after.contains(value)) {
                remove(old, value);
            }
        }
    }

    private void remove(Cached<R> place, String value) {
        Places<R> bucket = buckets.get(value);
        if (bucket != null && bucket.remove(place) && bucket.size() == 0) {
            buckets.remove(value);
        }
    }

    /** An object whose values can't be read is found under none; that is said once per index. */
    private Collection<String> valuesOf(R object) {
        try {
            return index.values().apply(object);
        } catch (RuntimeException e) {
            if (!complained) {
                complained = true;
                LOG.atError()
                        .addKeyValue("index", index)
                        .addKeyValue("object", object.key())
                        .setCause(e)
                        .log("An index function threw; the object isn't found by this index");
            }
            return List.of();
        }
    }

    /** A view, not a copy. */
    Collection<R> find(String value) {
        Places<R> bucket = buckets.get(value);
        return bucket == null ? List.of() : bucket.objects();
    }

    List<R> scan(Collection<R> all, String value) {
        List<R> found = new ArrayList<>();
        for (R object : all) {
            if (valuesOf(object).contains(value)) {
                found.add(object);
            }
        }
        return found;
    }
}
