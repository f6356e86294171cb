package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;

/** A queue for each subscriber, large enough for all events; as many threads as Coxswain has look after an equal share of them. */
final class QueueDispatcher implements Dispatcher {
    private static final int AT_ONCE = 256;

    private final List<SpscAtomicArrayQueue<WatchEvent<ConfigMap>>> queues = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Delivery delivery;
    private volatile boolean closed;

    QueueDispatcher(Delivery delivery) {
        this.delivery = delivery;
        for (int i = 0; i < delivery.subscribers(); i++) {
            queues.add(new SpscAtomicArrayQueue<>(delivery.events().size()));
        }
        for (int i = 0; i < Threads.SHARED; i++) {
            int share = i;
            Threads.started("queues", () -> {
                gate.await();
                drain(share);
            });
        }
    }

    private void drain(int share) {
        boolean open = true;
        while (open && !closed) {
            open = false;
            int drained = 0;
            for (int i = share; i < queues.size(); i += Threads.SHARED) {
                Delivery.Sum sum = delivery.subscriber(i);
                drained += queues.get(i).drain(sum::add, AT_ONCE);
                open |= !sum.isComplete();
            }
            if (drained == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void publish(List<WatchEvent<ConfigMap>> events) {
        for (WatchEvent<ConfigMap> event : events) {
            for (SpscAtomicArrayQueue<WatchEvent<ConfigMap>> queue : queues) {
                if (!queue.offer(event)) {
                    throw new IllegalStateException("a queue is full");
                }
            }
        }
    }

    @Override
    public void release() {
        gate.countDown();
    }

    @Override
    public void close() {
        closed = true;
    }
}
