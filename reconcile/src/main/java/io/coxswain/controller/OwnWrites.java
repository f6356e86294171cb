package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a controller has written for each key and may not have seen yet: the highest revision, and whether a write ended without an answer, so that its revision isn't known.
 *
 * <p>Thread-safe.
 */
final class OwnWrites {
    private static final Mark NOTHING = new Mark(0, 0);

    private final ConcurrentHashMap<ResourceKey, Mark> marks = new ConcurrentHashMap<>();

    /**
     * @param revision the highest that is known to have been written
     * @param unknown how many writes ended without an answer
     */
    record Mark(long revision, int unknown) {}

    void written(ResourceKey key, long revision) {
        marks.merge(key, new Mark(revision, 0), (old, now) -> new Mark(Math.max(old.revision, revision), old.unknown));
    }

    void unknown(ResourceKey key) {
        marks.merge(key, new Mark(0, 1), (old, now) -> new Mark(old.revision, old.unknown + 1));
    }

    Mark of(ResourceKey key) {
        return marks.getOrDefault(key, NOTHING);
    }

    /** Nothing up to this mark needs to be waited for any more. */
    void seen(ResourceKey key, Mark mark) {
        marks.remove(key, mark);
    }

    /** The writes without an answer can't come later than this revision. */
    void bounded(ResourceKey key, Mark before, long revision) {
        marks.computeIfPresent(
                key,
                (any, now) -> new Mark(Math.max(now.revision, revision), Math.max(0, now.unknown - before.unknown)));
    }
}
