package io.coxswain.benchmarks.memory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Why a subscriber is a cursor: an event is published and brought to all subscribers, by one thread, so that nothing but the structures is compared.
 * The log is one array of slots as the store's; the queues are JCTools' for one producer and one consumer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CursorOrQueueJmh {
    private static final int BATCH = 64;
    private static final int CAPACITY = 1_024;

    /** What brings the events, to how many. */
    public enum Subject {
        CURSORS_10(10),
        QUEUES_10(10),
        CURSORS_100(100),
        QUEUES_100(100),
        CURSORS_1000(1_000),
        QUEUES_1000(1_000);

        final int subscribers;

        Subject(int subscribers) {
            this.subscribers = subscribers;
        }
    }

    @Param
    public Subject subject = Subject.CURSORS_10;

    private final AtomicReferenceArray<Object> log = new AtomicReferenceArray<>(CAPACITY);
    private SpscAtomicArrayQueue<?>[] queues = {};
    private long[] cursors = {};
    private volatile long head;
    private long revision;

    @Setup
    public void open() {
        cursors = new long[subject.subscribers];
        queues = new SpscAtomicArrayQueue<?>[subject.name().startsWith("QUEUES") ? subject.subscribers : 0];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new SpscAtomicArrayQueue<>(CAPACITY);
        }
    }

    /** One batch of events to all; the figure is divided by the deliveries that this is. */
    @Benchmark
    public void deliver(Blackhole handler) {
        if (queues.length > 0) {
            throughQueues(handler);
        } else {
            throughLog(handler);
        }
    }

    private void throughLog(Blackhole handler) {
        for (int i = 0; i < BATCH; i++) {
            revision++;
            log.setRelease((int) (revision & (CAPACITY - 1)), Long.valueOf(revision));
            head = revision;
        }
        for (int i = 0; i < cursors.length; i++) {
            long last = head;
            long cursor = cursors[i];
            while (cursor < last) {
                cursor++;
                handler.consume(log.getAcquire((int) (cursor & (CAPACITY - 1))));
            }
            cursors[i] = cursor;
        }
    }

    @SuppressWarnings("unchecked")
    private void throughQueues(Blackhole handler) {
        for (int i = 0; i < BATCH; i++) {
            revision++;
            Object event = Long.valueOf(revision);
            for (SpscAtomicArrayQueue<?> queue : queues) {
                ((SpscAtomicArrayQueue<Object>) queue).offer(event);
            }
        }
        for (SpscAtomicArrayQueue<?> queue : queues) {
            Object event = queue.poll();
            while (event != null) {
                handler.consume(event);
                event = queue.poll();
            }
        }
    }

    /** How many deliveries one invocation is. */
    static int deliveries(Subject subject) {
        return BATCH * subject.subscribers;
    }
}
