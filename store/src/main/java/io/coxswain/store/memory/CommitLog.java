package io.coxswain.store.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The commits that are retained, by revision: a ring that every subscriber reads at its own pace.
 *
 * <p>The baton's holder appends and drops, anybody reads. A slot is written before the head is published, and readers
 * look at revisions up to the head only; a reader that finds another commit than it asked for, or none, was overtaken by
 * compaction. The ring grows to its final size as it fills; growth publishes a new ring and leaves the old one as it is.
 */
final class CommitLog {
    private static final int FIRST_CAPACITY = 256;

    private final int capacity;
    private volatile AtomicReferenceArray<@Nullable Commit> ring;

    /** @param retained so many commits at least */
    CommitLog(int retained) {
        capacity = Integer.highestOneBit(Math.max(FIRST_CAPACITY, retained) - 1) << 1;
        ring = new AtomicReferenceArray<>(FIRST_CAPACITY);
    }

    /** Writer only; the commit that it takes the place of must have been dropped, or the ring grows. */
    void append(Commit commit, long oldestRevision) {
        AtomicReferenceArray<@Nullable Commit> now = ring;
        if (commit.revision - oldestRevision > now.length() && now.length() < capacity) {
            now = grown(now);
            ring = now;
        }
        now.setRelease(slot(now, commit.revision), commit);
    }

    /** The commit of a revision up to the head; {@code null} if it is compacted. */
    @Nullable
    Commit at(long revision) {
        AtomicReferenceArray<@Nullable Commit> now = ring;
        Commit commit = now.getAcquire(slot(now, revision));
        return commit != null && commit.revision == revision ? commit : null;
    }

    /** Writer only: forgets a commit and returns it. */
    @Nullable
    Commit drop(long revision) {
        Commit commit = at(revision);
        if (commit != null) {
            ring.setRelease(slot(ring, revision), null);
        }
        return commit;
    }

    private static AtomicReferenceArray<@Nullable Commit> grown(AtomicReferenceArray<@Nullable Commit> small) {
        AtomicReferenceArray<@Nullable Commit> large = new AtomicReferenceArray<>(small.length() * 2);
        for (int i = 0; i < small.length(); i++) {
            Commit commit = small.getPlain(i);
            if (commit != null) {
                large.setPlain(slot(large, commit.revision), commit);
            }
        }
        return large;
    }

    private static int slot(AtomicReferenceArray<?> ring, long revision) {
        return (int) (revision & (ring.length() - 1));
    }
}
