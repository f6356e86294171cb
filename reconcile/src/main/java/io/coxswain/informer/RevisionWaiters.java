package io.coxswain.informer;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** Those who wait until a cache has reached a revision. For the informer's own steps. */
final class RevisionWaiters {
    private final PriorityQueue<Waiter> waiters = new PriorityQueue<>();
    private long count;

    void add(long revision, CompletableFuture<Void> reached) {
        waiters.add(new Waiter(revision, count++, reached));
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    void reached(long revision) {
        while (!waiters.isEmpty() && waiters.peek().revision <= revision) {
            waiters.remove().reached.complete(null);
        }
    }

    void fail(RuntimeException cause) {
        List<Waiter> all = new ArrayList<>();
        while (!waiters.isEmpty()) {
            all.add(waiters.remove());
        }
        all.forEach(waiter -> waiter.reached.completeExceptionally(cause));
    }

    private record Waiter(long revision, long number, CompletableFuture<Void> reached) implements Comparable<Waiter> {
        @Override
        public int compareTo(Waiter other) {
            int byRevision = Long.compare(revision, other.revision);
            return byRevision != 0 ? byRevision : Long.compare(number, other.number);
        }
    }
}
