package io.coxswain.store.memory;

import io.coxswain.client.WatchEvent;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of the log as a watcher of all objects of one kind sees them. The first who comes to a stretch walks its commits;
 * all others get the same list, so that a hundred watchers of everything cost little more than one.
 *
 * <p>A cache: any thread puts stretches, the baton's holder drops those that are compacted. A stretch is immutable and
 * published by its slot (release, acquire); two who make the same one make equal ones.
 */
final class Stretches<R extends Resource<R>> {
    /** A power of two; a stretch begins at a multiple of it. */
    static final int COMMITS = 256;
    /** Those who follow closely find theirs; who lags further behind than this walks the log. */
    private static final int SLOTS = 64;
    /** Bounds what a listener gets in one call: a stretch of large transactions isn't kept. */
    private static final int MOST_EVENTS = 1_024;

    private final AtomicReferenceArray<@Nullable Stretch<R>> slots = new AtomicReferenceArray<>(SLOTS);

    private record Stretch<R extends Resource<R>>(
            long first, @Nullable List<WatchEvent<R>> events) {}

    /** Whether a stretch begins at this revision. */
    static boolean beginsAt(long revision) {
        return (revision & (COMMITS - 1)) == 0;
    }

    /** The last revision before the next stretch. */
    static long lastBeforeNext(long revision) {
        return revision | (COMMITS - 1);
    }

    /** The events of the stretch, all of which is published; {@code null} if it is too large or compacted. */
    @Nullable
    List<WatchEvent<R>> events(long first, KindTable<R> table, Engine engine) {
        int slot = slot(first);
        Stretch<R> known = slots.getAcquire(slot);
        if (known == null || known.first != first) {
            known = new Stretch<>(first, collect(first, table, engine));
            slots.setRelease(slot, known);
        }
        return known.events;
    }

    private @Nullable List<WatchEvent<R>> collect(long first, KindTable<R> table, Engine engine) {
        List<WatchEvent<R>> events = new ArrayList<>(COMMITS);
        for (long revision = first; revision < first + COMMITS; revision++) {
            Commit commit = engine.commit(revision);
            if (commit == null) {
                return null;
            }
            commit.collect(table, events);
            if (events.size() > MOST_EVENTS) {
                return null;
            }
        }
        return Collections.unmodifiableList(events);
    }

    /** Baton's holder: forgets what begins before the oldest revision. */
    void drop(long oldestRevision) {
        for (int slot = 0; slot < SLOTS; slot++) {
            Stretch<R> known = slots.getAcquire(slot);
            if (known != null && known.first <= oldestRevision) {
                slots.setRelease(slot, null);
            }
        }
    }

    private static int slot(long first) {
        return (int) ((first / COMMITS) & (SLOTS - 1));
    }
}
