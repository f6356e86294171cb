package io.coxswain.queue;

import java.time.Duration;

/** A bucket that starts full; a try takes a token at once and waits until the bucket is out of debt, as Go's {@code rate.Limiter.Reserve}. */
final class TokenBucketLimiter<K> implements RateLimiter<K> {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final int burst;
    private double tokens;
    private long filledAt;
    private boolean begun;

    TokenBucketLimiter(double perSecond, int burst) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "token bucket of " + perSecond + " per second, burst " + burst + ": both must be above zero");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        tokens = burst;
    }

    @Override
    public synchronized Duration delay(K key, long nanoTime) {
        if (begun) {
            double refilled = Math.max(0, nanoTime - filledAt) / NANOS_PER_SECOND * perSecond;
            tokens = Math.min(burst, tokens + refilled);
        }
        begun = true;
        filledAt = nanoTime;
        tokens -= 1;
        return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens / perSecond * NANOS_PER_SECOND));
    }

    @Override
    public void forget(K key) {}

    @Override
    public int failures(K key) {
        return 0;
    }
}
