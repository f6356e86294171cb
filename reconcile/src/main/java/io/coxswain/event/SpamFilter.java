package io.coxswain.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets through a burst of events per object, then one every five minutes (client-go {@code tools/record/events_cache.go}). Remembers the objects that were used last. For one thread at a time. */
final class SpamFilter {
    private static final int BURST = 25;
    private static final double PER_SECOND = 1.0 / 300;
    private static final int MAX_OBJECTS = 4_096;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_OBJECTS;
        }
    };

    boolean admits(String object, long nanoTime) {
        return buckets.computeIfAbsent(object, any -> new Bucket(nanoTime)).take(nanoTime);
    }

    private static final class Bucket {
        private double tokens = BURST;
        private long filledAt;

        Bucket(long nanoTime) {
            filledAt = nanoTime;
        }

        boolean take(long nanoTime) {
            tokens = Math.min(BURST, tokens + (nanoTime - filledAt) / 1e9 * PER_SECOND);
            filledAt = nanoTime;
            if (tokens < 1) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }
}
