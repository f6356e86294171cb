package io.coxswain.controller;

import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of whose last change a controller couldn't find out whom it concerns. Bounded: the oldest is forgotten. Thread-safe. */
final class MapperFailures {
    private static final int MOST = 100;

    private final Map<Object, String> texts = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, String> eldest) {
            return size() > MOST;
        }
    });

    private record Changed(Kind<?> kind, ResourceKey key) {}

    void failed(Kind<?> kind, ResourceKey key, RuntimeException failure) {
        texts.put(
                new Changed(kind, key),
                "the mapper or a predicate of " + kind + " threw for " + key + ", so its change led to no reconcile: "
                        + failure + ": let it return no keys where it knows none");
    }

    /** A later change went well. */
    void succeeded(Kind<?> kind, ResourceKey key) {
        if (!texts.isEmpty()) {
            texts.remove(new Changed(kind, key));
        }
    }

    List<String> all() {
        synchronized (texts) {
            return new ArrayList<>(texts.values());
        }
    }
}
