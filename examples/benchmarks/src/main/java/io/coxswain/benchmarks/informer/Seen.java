package io.coxswain.benchmarks.informer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts what a handler is told, and lets somebody wait until it was told all. */
final class Seen {
    private static final long PATIENCE_SECONDS = 120;

    private volatile CountDownLatch missing = new CountDownLatch(0);

    void expect(int count) {
        missing = new CountDownLatch(count);
    }

    void one() {
        missing.countDown();
    }

    void await() throws InterruptedException {
        if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(missing.getCount() + " events didn't come");
        }
    }
}
