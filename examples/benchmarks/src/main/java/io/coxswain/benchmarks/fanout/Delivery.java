package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What subscribers make of events: each adds up their revisions, and says when it has had them all.
 *
 * <p>A subscriber is called by one thread at a time.
 */
final class Delivery {
    private static final long LIMIT_SECONDS = 10;

    private final List<WatchEvent<ConfigMap>> events;
    private final CountDownLatch open;
    private final Sum[] sums;

    Delivery(List<WatchEvent<ConfigMap>> events, int subscribers) {
        this.events = events;
        open = new CountDownLatch(subscribers);
        sums = new Sum[subscribers];
        for (int i = 0; i < subscribers; i++) {
            sums[i] = new Sum(events.size(), open);
        }
    }

    List<WatchEvent<ConfigMap>> events() {
        return events;
    }

    int subscribers() {
        return sums.length;
    }

    Sum subscriber(int index) {
        return sums[index];
    }

    /**
     * Waits until each has had all, and checks that it was each event once.
     *
     * @return false if some have waited in vain
     */
    boolean await() throws InterruptedException {
        if (!open.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        long expected = 0;
        for (WatchEvent<ConfigMap> event : events) {
            expected += event.revision();
        }
        for (Sum sum : sums) {
            if (sum.total != expected) {
                throw new IllegalStateException("a subscriber got events of sum " + sum.total + ", not " + expected);
            }
        }
        return true;
    }

    /** One subscriber. */
    static final class Sum {
        private final CountDownLatch open;
        private int missing;
        private long total;

        private Sum(int events, CountDownLatch open) {
            this.missing = events;
            this.open = open;
        }

        void add(WatchEvent<ConfigMap> event) {
            total += event.revision();
            if (--missing == 0) {
                open.countDown();
            }
        }

        void addAll(List<WatchEvent<ConfigMap>> events) {
            for (WatchEvent<ConfigMap> event : events) {
                add(event);
            }
        }

        boolean isComplete() {
            return missing == 0;
        }
    }
}
