package io.coxswain.queue;

import java.time.Duration;
import java.util.List;

/** The longest delay of several limiters, each of which counts; as client-go's {@code MaxOfRateLimiter}. */
final class LargestLimiter<K> implements RateLimiter<K> {
    private final List<RateLimiter<K>> limiters;

    LargestLimiter(List<RateLimiter<K>> limiters) {
        this.limiters = limiters;
    }

    @Override
    public Duration delay(K key, long nanoTime) {
        Duration longest = Duration.ZERO;
        for (RateLimiter<K> limiter : limiters) {
            Duration delay = limiter.delay(key, nanoTime);
            longest = delay.compareTo(longest) > 0 ? delay : longest;
        }
        return longest;
    }

    @Override
    public void forget(K key) {
        limiters.forEach(limiter -> limiter.forget(key));
    }

    @Override
    public int failures(K key) {
        int most = 0;
        for (RateLimiter<K> limiter : limiters) {
            most = Math.max(most, limiter.failures(key));
        }
        return most;
    }
}
