package io.coxswain.benchmarks.fanout;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SequenceBarrier;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The Disruptor: a ring, and a processor with a thread of its own for each subscriber. Waits blocking, as there are more subscribers than processors of the machine. */
final class DisruptorDispatcher implements Dispatcher {
    private final RingBuffer<Slot> ring;
    private final List<BatchEventProcessor<Slot>> processors = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    private static final class Slot {
        @Nullable
        WatchEvent<ConfigMap> event;
    }

    DisruptorDispatcher(Delivery delivery) {
        int capacity = Integer.highestOneBit(delivery.events().size() - 1) << 1;
        ring = RingBuffer.createSingleProducer(Slot::new, capacity, new BlockingWaitStrategy());
        SequenceBarrier barrier = ring.newBarrier();
        for (int i = 0; i < delivery.subscribers(); i++) {
            Delivery.Sum sum = delivery.subscriber(i);
            BatchEventProcessor<Slot> processor = new BatchEventProcessorBuilder()
                    .build(ring, barrier, (slot, sequence, endOfBatch) -> {
                        WatchEvent<ConfigMap> event = slot.event;
                        if (event != null) {
                            sum.add(event);
                        }
                    });
            ring.addGatingSequences(processor.getSequence());
            processors.add(processor);
        }
        processors.forEach(processor -> Threads.started("disruptor", () -> {
            gate.await();
            processor.run();
        }));
    }

    @Override
    public void publish(List<WatchEvent<ConfigMap>> events) {
        for (WatchEvent<ConfigMap> event : events) {
            long sequence = ring.next();
            ring.get(sequence).event = event;
            ring.publish(sequence);
        }
    }

    @Override
    public void release() {
        gate.countDown();
    }

    @Override
    public void close() {
        processors.forEach(BatchEventProcessor::halt);
    }
}
