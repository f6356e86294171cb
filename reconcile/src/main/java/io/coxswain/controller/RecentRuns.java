package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What a controller did last: a ring, which forgets the oldest. Any thread may call anything; nothing waits. */
final class RecentRuns {
    /** A power of two: enough to ask after what one has just seen, at no cost worth mentioning. */
    private static final int MOST = 1_024;

    /** So many are kept in one piece, which is made when it is first needed: most controllers never fill the ring. */
    private static final int PIECE = 32;

    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Run>> pieces =
            new AtomicReferenceArray<>(MOST / PIECE);
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param tookNanos how long it took
     * @param endedNanos when it ended, by the environment's clock
     */
    record Run(ResourceKey key, int attempt, List<Long> triggers, long tookNanos, long endedNanos, String result) {}

    void add(Run run) {
        int slot = next.getAndIncrement() & (MOST - 1);
        piece(slot / PIECE).set(slot % PIECE, run);
    }

    private AtomicReferenceArray<@Nullable Run> piece(int number) {
        AtomicReferenceArray<@Nullable Run> piece = pieces.get(number);
        if (piece == null) {
            AtomicReferenceArray<@Nullable Run> made = new AtomicReferenceArray<>(PIECE);
            AtomicReferenceArray<@Nullable Run> others = pieces.compareAndExchange(number, null, made);
            piece = others == null ? made : others;
        }
        return piece;
    }

    /** The newest run of a key, if it isn't forgotten. */
    Optional<LastRun> of(ResourceKey key, long nowNanos) {
        int newest = next.get() - 1;
        for (int i = 0; i < MOST; i++) {
            Run run = run((newest - i) & (MOST - 1));
            if (run != null && run.key.equals(key)) {
                return Optional.of(new LastRun(
                        run.attempt,
                        run.triggers,
                        Duration.ofNanos(run.tookNanos),
                        Duration.ofNanos(Math.max(0, nowNanos - run.endedNanos)),
                        run.result));
            }
        }
        return Optional.empty();
    }

    private @Nullable Run run(int slot) {
        AtomicReferenceArray<@Nullable Run> piece = pieces.get(slot / PIECE);
        return piece == null ? null : piece.get(slot % PIECE);
    }
}
