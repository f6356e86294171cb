package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One thread commits as fast as it can, while some watch everything. Only that thread's time counts; the watchers must have had all in the end. */
final class CommitCost {
    private static final long LIMIT_SECONDS = 60;

    private final List<WatchEvent<ConfigMap>> events;
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicLong walked = new AtomicLong();

    CommitCost(List<WatchEvent<ConfigMap>> events) {
        this.events = events;
    }

    /** How many watches have fallen behind the log so far. */
    int expired() {
        return expired.get();
    }

    /**
     * Commits a second while as many threads as dispatch watches do nothing but walk through memory: what the committer has to
     * give up to anybody who uses the processors as the watchers do.
     */
    double rateBesideBusyThreads() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < Environment.system().parallelism(); i++) {
            Thread thread = new Thread(() -> walk(stop), "busy-" + i);
            busy.add(thread);
            thread.start();
        }
        try {
            return rate(0);
        } finally {
            stop.set(true);
            for (Thread thread : busy) {
                thread.join();
            }
        }
    }

    private void walk(AtomicBoolean stop) {
        long revisions = 0;
        while (!stop.get()) {
            for (WatchEvent<ConfigMap> event : events) {
                revisions += event.revision();
            }
        }
        walked.lazySet(revisions);
    }

    /** Commits a second. */
    double rate(int watchers) throws InterruptedException {
        Environment environment = Environment.system();
        try (MemoryStore store = MemoryStore.create(environment)) {
            CountDownLatch open = new CountDownLatch(watchers);
            List<Watch> watches = new ArrayList<>();
            for (int i = 0; i < watchers; i++) {
                watches.add(store.watch(
                        ConfigMap.KIND,
                        WatchFrom.revision(0),
                        Selection.all(),
                        environment.serial("watcher-" + i),
                        new Counter(open, events.size())));
            }
            long begin = System.nanoTime();
            for (WatchEvent<ConfigMap> event : events) {
                store.commit(StoreTransaction.of(new Write.Put<>(ConfigMap.KIND, StoredObject.of(event.object()))));
            }
            double rate = events.size() * 1e9 / (System.nanoTime() - begin);
            if (!open.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " watchers didn't come to the end");
            }
            watches.forEach(Watch::close);
            return rate;
        }
    }

    private final class Counter implements WatchListener<ConfigMap> {
        private final CountDownLatch open;
        private final AtomicLong sum = new AtomicLong();
        private int missing;

        Counter(CountDownLatch open, int missing) {
            this.open = open;
            this.missing = missing;
        }

        @Override
        public void onEvents(List<WatchEvent<ConfigMap>> wholeCommits) {
            long revisions = 0;
            for (WatchEvent<ConfigMap> event : wholeCommits) {
                revisions += event.revision();
            }
            sum.lazySet(sum.get() + revisions);
            missing -= wholeCommits.size();
            if (missing == 0) {
                open.countDown();
            }
        }

        @Override
        public void onEnd(WatchEnd cause) {
            if (cause instanceof WatchEnd.Expired) {
                expired.incrementAndGet();
                open.countDown();
            }
        }
    }
}
