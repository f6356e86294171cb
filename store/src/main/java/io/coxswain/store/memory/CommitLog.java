package io.coxswain.store.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The commits that are retained, by revision: a ring that every subscriber reads at its own pace.
 *
 * <p>Who may call what: the baton's holder {@code append} and {@code drop}, any thread {@code at}.
 *
 * <ul>
 *   <li>{@code ring}: volatile, written by the holder. The ring doubles to its final size as it fills; a larger one is filled before it
 *       is published, and the smaller one stays as it is, for those who have it in hand.
 *   <li>A slot: written by the holder with release, read with acquire; this publishes the commit. An append takes effect for readers with
 *       the write of the engine's head that follows, as they ask for revisions up to the head only.
 * </ul>
 *
 * <p>A slot may hold another revision's commit, or none: then the one that was asked for is compacted, and the reader was overtaken.
 * A holder never takes a slot whose commit is still retained, because the ring is larger than what is retained. All
 * operations are wait-free. The idea is that of the LMAX Disruptor's ring (Thompson et al., 2011), without gating on readers.
 *
 * <p>{@code CommitLogLincheckTest} checks this, and that a twin which publishes the larger ring before it is filled fails.
 */
final class CommitLog {
    private static final int FIRST_CAPACITY = 256;

    private final int capacity;
    private volatile AtomicReferenceArray<@Nullable Commit> ring;

    /** A log of so many commits at least. */
    CommitLog(int retained) {
        this(FIRST_CAPACITY, retained);
    }

    /** With room for a power of two of commits before it grows. */
    CommitLog(int firstCapacity, int retained) {
        capacity = Integer.highestOneBit(Math.max(firstCapacity, retained) - 1) << 1;
        ring = new AtomicReferenceArray<>(firstCapacity);
    }

    /** Writer only; all commits up to {@code released} were dropped, and the ring grows where the others need it. */
    void append(Commit commit, long released) {
        AtomicReferenceArray<@Nullable Commit> now = ring;
        if (commit.revision - released > now.length() && now.length() < capacity) {
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
