package io.coxswain.benchmarks.queue;

import io.coxswain.queue.WorkQueue;
import io.coxswain.resource.ResourceKey;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tasks that take keys while there are some, at most so many at a time. A task that leaves looks once more after it has counted itself out, so no key stays. */
final class Workers {
    private final Executor executor;
    private final int limit;
    private final AtomicInteger working = new AtomicInteger();
    private @Nullable WorkQueue<ResourceKey> queue;

    Workers(Executor executor, int limit) {
        this.executor = executor;
        this.limit = limit;
    }

    void startOn(WorkQueue<ResourceKey> theQueue) {
        queue = theQueue;
    }

    void onReady() {
        for (int now = working.get(); now < limit; now = working.get()) {
            if (working.compareAndSet(now, now + 1)) {
                executor.execute(this::work);
                return;
            }
        }
    }

    private void work() {
        WorkQueue<ResourceKey> from = queue;
        if (from == null) {
            throw new IllegalStateException("not started");
        }
        for (ResourceKey key = from.tryTake(); key != null; key = from.tryTake()) {
            from.done(key);
        }
        working.decrementAndGet();
        if (from.hasReady()) {
            onReady();
        }
    }
}
