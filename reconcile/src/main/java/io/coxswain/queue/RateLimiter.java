package io.coxswain.queue;

import java.time.Duration;
import java.util.List;

/**
 * Says how long a key must wait before it is tried again. Keeps what it counts, so each queue has its own.
 *
 * <p>Implementations are thread-safe and never block.
 *
 * @param <K> the keys
 */
public interface RateLimiter<K> {

    /** The first delay of {@link #standard()}. */
    Duration STANDARD_BASE = Duration.ofMillis(5);

    /** The longest delay of {@link #standard()}: five minutes, where client-go has 1000 s. */
    Duration STANDARD_MAX = Duration.ofMinutes(5);

    /**
     * Counts a failure of the key and says how long it must wait.
     *
     * @param nanoTime the environment's {@code nanoTime()} now
     */
    Duration delay(K key, long nanoTime);

    /** Resets the failures of the key. */
    void forget(K key);

    /** How many failures of the key were counted since it was last forgotten; 0 for a limiter that doesn't look at keys. */
    int failures(K key);

    /** {@link #exponential} from 5 ms to 5 min. */
    static <K> RateLimiter<K> standard() {
        return exponential(STANDARD_BASE, STANDARD_MAX);
    }

    /**
     * The base for the first failure of a key, doubled for each further one, at most {@code max}.
     *
     * @throws IllegalArgumentException if the base isn't positive or is above the most
     */
    static <K> RateLimiter<K> exponential(Duration base, Duration max) {
        return new ExponentialLimiter<>(base, max);
    }

    /** One delay for the first failures of a key, another for the later ones. */
    static <K> RateLimiter<K> fastSlow(Duration fast, Duration slow, int fastAttempts) {
        return new FastSlowLimiter<>(fast, slow, fastAttempts);
    }

    /**
     * A bucket of tokens for all keys together: each try takes one and waits for its debt.
     *
     * @throws IllegalArgumentException if the rate or the burst isn't positive
     */
    static <K> RateLimiter<K> tokenBucket(double perSecond, int burst) {
        return new TokenBucketLimiter<>(perSecond, burst);
    }

    /** The longest delay of several limiters, each of which counts. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    static <K> RateLimiter<K> largerOf(RateLimiter<K>... limiters) {
        return new LargestLimiter<>(List.of(limiters));
    }
}
