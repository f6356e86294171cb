package io.coxswain.queue;

import java.time.Duration;

/** {@code min(max, base * 2^failures)}, as client-go's {@code ItemExponentialFailureRateLimiter}. */
final class ExponentialLimiter<K> implements RateLimiter<K> {
    private final Failures<K> failures = new Failures<>();
    private final Duration base;
    private final Duration max;

    ExponentialLimiter(Duration base, Duration max) {
        if (base.isNegative() || base.isZero() || base.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "base " + base + ", max " + max + ": the base must be above zero and not above the max");
        }
        this.base = base;
        this.max = max;
    }

    @Override
    public Duration delay(K key, long nanoTime) {
        int before = failures.countAndGetBefore(key);
        boolean beyond = before >= Long.SIZE - 1 || base.compareTo(max.dividedBy(1L << before)) > 0;
        return beyond ? max : base.multipliedBy(1L << before);
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
