package io.coxswain.benchmarks.durable;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.benchmarks.create.PodTemplate;
import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Precondition;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.disk.DiskStore;
import io.coxswain.store.disk.JournalUse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Writers that create one Pod after the other, each waiting until it is durable; carried by as many threads as there are processors. */
final class StoreWriters {
    private static final long LIMIT_SECONDS = 60;

    private final DiskStore store;
    private final PodTemplate template = PodTemplate.read();
    private final AtomicLong created = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private StoreWriters(DiskStore store) {
        this.store = store;
    }

    /** What was measured. */
    record Figures(double commitsPerSecond, double commitsPerForce, double bytesPerForce) {}

    static Figures measure(Path folder, int writers, long nanos) throws Exception {
        DiskStore store = DiskStore.at(folder.resolve("state")).open(Environment.system(), Kinds.builtin());
        try {
            return new StoreWriters(store).measure(writers, nanos);
        } finally {
            store.close();
            store.closed().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Figures measure(int writers, long nanos) throws Exception {
        int threads = Math.min(writers, Runtime.getRuntime().availableProcessors());
        Thread[] running = new Thread[threads];
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running[i] = new Thread(() -> write(number, writers / threads, start + nanos), "writer-" + i);
            running[i].start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("a creation failed", failure.get());
        }
        JournalUse use = store.journalUse();
        return new Figures(
                created.get() / seconds, (double) use.commits() / use.forces(), (double) use.bytes() / use.forces());
    }

    private void write(int thread, int writers, long end) {
        Semaphore idle = new Semaphore(writers);
        for (int n = 0; System.nanoTime() < end && failure.get() == null; n++) {
            Pod pod = template.named(PodTemplate.name(thread, n));
            idle.acquireUninterruptibly();
            store.commit(creation(pod)).whenComplete((outcome, failed) -> {
                if (failed != null) {
                    failure.compareAndSet(null, failed);
                }
                created.incrementAndGet();
                idle.release();
            });
        }
        idle.acquireUninterruptibly(writers);
    }

    private static StoreTransaction creation(Pod pod) {
        return new StoreTransaction(
                List.of(new Precondition.Absent(Pod.KIND, pod.key())),
                List.of(new Write.Put<>(Pod.KIND, StoredObject.of(pod))),
                Cause.UNKNOWN);
    }
}
