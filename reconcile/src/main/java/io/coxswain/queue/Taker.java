package io.coxswain.queue;

import org.jspecify.annotations.Nullable;

/**
 * Takes keys out of a {@link WorkQueue}, one after another, for one worker. It does what {@link WorkQueue#tryTake} and {@link WorkQueue#done} do, but the end of one key and the beginning of the
 * next are one moment, and it knows what it has taken: a third less work for the queue.
 *
 * <p>For one thread at a time. No call blocks.
 *
 * @param <K> the keys
 */
public final class Taker<K> {
    private final ReadyKeys<K> keys;
    private @Nullable Entry<K> taken;

    Taker(ReadyKeys<K> keys) {
        this.keys = keys;
    }

    /**
     * Is done with the key that it gave last, and takes the one that is next.
     *
     * @return the key, or {@code null} if none is ready
     */
    public @Nullable K next() {
        long now = keys.now();
        done(now);
        Entry<K> next = keys.take(now);
        taken = next;
        return next == null ? null : next.key;
    }

    /** Is done with the key that it gave last, if it hasn't been so already. */
    public void done() {
        if (taken != null) {
            done(keys.now());
        }
    }

    private void done(long now) {
        Entry<K> last = taken;
        if (last != null) {
            taken = null;
            keys.done(last, now);
        }
    }

    /** Leaves the key that it gave last in progress, for somebody who will call {@link WorkQueue#done}. */
    public void leave() {
        taken = null;
    }
}
