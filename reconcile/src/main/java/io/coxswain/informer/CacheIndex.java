package io.coxswain.informer;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One index of a cache: value -> the objects under it. Written by the informer's own steps, read by any thread. */
final class CacheIndex<R extends Resource<R>> {
    private static final Logger LOG = LoggerFactory.getLogger(CacheIndex.class);

    private final Index<R> index;
    private final ConcurrentHashMap<String, ConcurrentHashMap<ResourceKey, R>> buckets = new ConcurrentHashMap<>();
    private boolean complained;

    CacheIndex(Index<R> index) {
        this.index = index;
    }

    /** Exchanges what is found for one object; either may be absent, not both. */
    void replace(ResourceKey key, @Nullable R old, @Nullable R now) {
        Collection<String> before = old == null ? List.of() : valuesOf(old);
        Collection<String> after = now == null ? List.of() : valuesOf(now);
        if (now != null) {
            for (String value : after) {
                buckets.computeIfAbsent(value, any -> new ConcurrentHashMap<>()).put(key, now);
            }
        }
        for (String value : before) {
            if (!after.contains(value)) {
                remove(key, value);
            }
        }
    }

    private void remove(ResourceKey key, String value) {
        ConcurrentHashMap<ResourceKey, R> bucket = buckets.get(value);
        if (bucket != null && bucket.remove(key) != null && bucket.isEmpty()) {
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
        ConcurrentHashMap<ResourceKey, R> bucket = buckets.get(value);
        return bucket == null ? List.of() : Collections.unmodifiableCollection(bucket.values());
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
