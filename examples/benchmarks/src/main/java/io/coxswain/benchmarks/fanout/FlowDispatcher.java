package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** The JDK's publisher: a buffer for each subscriber, large enough for all events, emptied by as many threads as Coxswain has. */
final class FlowDispatcher implements Dispatcher {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(Threads.SHARED, task -> {
        Thread thread = new Thread(task, "flow");
        thread.setDaemon(true);
        return thread;
    });
    private final SubmissionPublisher<WatchEvent<ConfigMap>> publisher;

    FlowDispatcher(Delivery delivery) {
        int capacity = Integer.highestOneBit(delivery.events().size() - 1) << 1;
        publisher = new SubmissionPublisher<>(pool, capacity);
        for (int i = 0; i < Threads.SHARED; i++) {
            pool.execute(this::hold);
        }
        for (int i = 0; i < delivery.subscribers(); i++) {
            publisher.subscribe(new Subscriber(delivery.subscriber(i)));
        }
    }

    /** Keeps a thread of the pool from subscribers' work. */
    private void hold() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void publish(List<WatchEvent<ConfigMap>> events) {
        events.forEach(publisher::submit);
    }

    @Override
    public void release() {
        gate.countDown();
    }

    @Override
    public void close() {
        publisher.close();
        pool.shutdown();
    }

    private record Subscriber(Delivery.Sum sum) implements Flow.Subscriber<WatchEvent<ConfigMap>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(WatchEvent<ConfigMap> event) {
            sum.add(event);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
