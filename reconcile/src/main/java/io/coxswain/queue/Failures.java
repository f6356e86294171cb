package io.coxswain.queue;

import java.util.concurrent.ConcurrentHashMap;

/** Counts failures per key. */
final class Failures<K> {
    private final ConcurrentHashMap<K, Integer> counts = new ConcurrentHashMap<>();

    /** Counts one more and says how many there were before. */
    int countAndGetBefore(K key) {
        return counts.merge(key, 1, Integer::sum) - 1;
    }

    int of(K key) {
        return counts.getOrDefault(key, 0);
    }

    void forget(K key) {
        counts.remove(key);
    }
}
