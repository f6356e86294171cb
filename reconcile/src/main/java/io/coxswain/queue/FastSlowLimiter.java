package io.coxswain.queue;

import java.time.Duration;

/** A short delay for the first failures of a key, a long one for the others, as client-go's {@code ItemFastSlowRateLimiter}. */
final class FastSlowLimiter<K> implements RateLimiter<K> {
    private final Failures<K> failures = new Failures<>();
    private final Duration fast;
    private final Duration slow;
    private final int fastAttempts;

    FastSlowLimiter(Duration fast, Duration slow, int fastAttempts) {
        this.fast = fast;
        this.slow = slow;
        this.fastAttempts = fastAttempts;
    }

    @Override
    public Duration delay(K key, long nanoTime) {
        return failures.countAndGetBefore(key) < fastAttempts ? fast : slow;
    }

    @Override
    public void forget(K key) {
        failures.forget(key);
    }

    @Override
    public int failures(K key) {
        return failures.of(key);
    }
}
