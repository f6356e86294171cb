package io.coxswain.benchmarks.reconcile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts the reconciles, and knows when the last one of those that are awaited began. */
final class Runs {
    private static final long PATIENCE_SECONDS = 120;

    private volatile CountDownLatch missing = new CountDownLatch(0);
    private volatile long lastAt;

    void expect(int count) {
        missing = new CountDownLatch(count);
    }

    /** By the reconciler, first thing. */
    void one() {
        lastAt = System.nanoTime();
        missing.countDown();
    }

    /** When the last one began. */
    long await() {
        try {
            if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(missing.getCount() + " reconciles didn't come");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return lastAt;
    }
}
