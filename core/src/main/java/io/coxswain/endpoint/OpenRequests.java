package io.coxswain.endpoint;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Counts one participant's requests to one endpoint. Striped: counting from many threads doesn't make them wait for each
 * other; nothing is allocated after the first contention.
 *
 * <p>Any thread may call anything. Both counters only grow. {@link #open} reads {@code ended} before {@code begun}, so it
 * never reports fewer than were open at some moment during the call: a result of zero means that there was a moment
 * without an open request. (One counter up and down can't say that: its stripes are read one after another, and the end
 * of a request may be seen whose beginning was not.)
 *
 * <p>{@code watched} and {@code closed} are volatile and written before the barrier reads the counters; {@link #ended}
 * counts before it reads them (the counters' updates are volatile too). So either the barrier sees the end, or the end
 * sees that the barrier waits and wakes it.
 */
public final class OpenRequests implements AutoCloseable {
    private final Endpoint endpoint;
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final Consumer<OpenRequests> wake;
    private volatile boolean watched;
    private volatile boolean closed;

    OpenRequests(Endpoint endpoint, Consumer<OpenRequests> wake) {
        this.endpoint = endpoint;
        this.wake = wake;
    }

    /** Where the requests go. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** A request begins; to be followed by one {@link #ended}. */
    public void begun() {
        begun.increment();
    }

    /** A request has ended, however it did. */
    public void ended() {
        ended.increment();
        if (watched || closed) {
            wake.accept(this);
        }
    }

    /** How many are open: exact when none begins or ends meanwhile, never too few. */
    public long open() {
        long over = ended.sum();
        return Math.max(0, begun.sum() - over);
    }

    /** How many have begun since counting began. */
    public long total() {
        return begun.sum();
    }

    /** No more will begin. Those that are open still count; after the last of them the barrier forgets this counter. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            wake.accept(this);
        }
    }

    boolean isFinished() {
        return closed && open() == 0;
    }

    void watch() {
        watched = true;
    }

    void unwatch() {
        watched = false;
    }
}
