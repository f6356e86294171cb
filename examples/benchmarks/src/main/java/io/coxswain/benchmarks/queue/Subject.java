package io.coxswain.benchmarks.queue;

import io.coxswain.environment.Environment;
import io.coxswain.queue.RateLimiter;
import io.coxswain.queue.WorkQueue;
import io.coxswain.resource.ResourceKey;
import io.kubernetes.client.extended.workqueue.DefaultDelayingQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A queue with its workers. */
enum Subject {
    /** Workers begin when a key becomes ready and leave when none is, as those of a controller. */
    COXSWAIN("coxswain WorkQueue") {
        @Override
        Opened open(int workers) {
            return new Tasks(workers);
        }
    },

    /** Workers are threads that wait for keys. */
    CLIENT_JAVA("client-java DefaultWorkQueue") {
        @Override
        Opened open(int workers) {
            return new Waiting(workers);
        }
    };

    final String title;

    Subject(String title) {
        this.title = title;
    }

    abstract Opened open(int workers);

    /** A queue whose workers are ready to work. */
    interface Opened {
        void add(ResourceKey key);

        /** Comes back when the delay is noted. */
        void addAfter(List<ResourceKey> keys, List<Duration> delays) throws InterruptedException;

        /** Takes a key on this thread, which calls {@link #end} too, and is done with it. Only where there are no workers. */
        void work() throws InterruptedException;

        /** Waits until all that was added is done, and says how many keys were taken. */
        long end() throws InterruptedException;
    }

    private static final class Tasks implements Opened {
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private final Environment environment = Environment.system();
        private final WorkQueue<ResourceKey> queue;

        Tasks(int workers) {
            Workers tasks = new Workers(environment.workers("queue", Math.max(1, workers)), workers);
            queue = WorkQueue.create("p9", environment, RateLimiter.standard(), tasks::onReady);
            tasks.startOn(queue);
        }

        @Override
        public void add(ResourceKey key) {
            queue.add(key);
        }

        @Override
        public void addAfter(List<ResourceKey> keys, List<Duration> delays) {
            for (int i = 0; i < keys.size(); i++) {
                queue.addAfter(keys.get(i), delays.get(i));
            }
        }

        @Override
        public void work() {
            ResourceKey key = queue.tryTake();
            if (key != null) {
                queue.done(key);
            }
        }

        @Override
        public long end() {
            environment.await(queue.shutDown(), PATIENCE);
            return queue.metrics().taken();
        }
    }

    private static final class Waiting implements Opened {
        private final ExecutorService timers = Executors.newSingleThreadExecutor();
        private final Delaying queue = new Delaying(timers);
        private final LongAdder taken = new LongAdder();
        private long takenHere;
        private final List<Thread> workers = new ArrayList<>();

        Waiting(int count) {
            for (int i = 0; i < count; i++) {
                Thread worker = new Thread(this::takeAll, "worker-" + i);
                worker.start();
                workers.add(worker);
            }
        }

        /** Counts at the end, as the other queue counts in passing and one counter in the way of all costs a fifth. */
        private void takeAll() {
            long count = 0;
            try {
                for (ResourceKey key = queue.get(); key != null; key = queue.get()) {
                    count++;
                    queue.done(key);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            taken.add(count);
        }

        @Override
        public void add(ResourceKey key) {
            queue.add(key);
        }

        @Override
        public void addAfter(List<ResourceKey> keys, List<Duration> delays) {
            for (int i = 0; i < keys.size(); i++) {
                while (queue.room() == 0) {
                    Thread.onSpinWait();
                }
                queue.addAfter(keys.get(i), delays.get(i));
            }
            while (queue.unnoted() > 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void work() throws InterruptedException {
            queue.done(queue.get());
            takenHere++;
        }

        @Override
        public long end() throws InterruptedException {
            queue.shutDown();
            for (Thread worker : workers) {
                worker.join();
            }
            timers.shutdownNow();
            return takenHere + taken.sum();
        }
    }

    /** Lets see whether it would drop a key: it does when 1,000 wait to be noted. */
    private static final class Delaying extends DefaultDelayingQueue<ResourceKey> {
        Delaying(ExecutorService timers) {
            super(timers);
        }

        int room() {
            return waitingForAddQueue.remainingCapacity();
        }

        int unnoted() {
            return waitingForAddQueue.size();
        }
    }
}
