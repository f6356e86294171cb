package io.coxswain.network;

import java.time.Duration;

/**
 * How a proxy behaves.
 *
 * @param threads how many event loops it has
 * @param drainBound how long an open connection may go on after its endpoint has begun to leave; then it is cut and counted
 * @param connectTimeout how long a backend has to accept a connection
 * @param attempts how many backends are tried for one connection
 */
public record ProxyOptions(int threads, Duration drainBound, Duration connectTimeout, int attempts) {
    /** Two threads, 2 s to drain, 1 s to connect, four attempts. */
    public static final ProxyOptions DEFAULT = new ProxyOptions(2, Duration.ofSeconds(2), Duration.ofSeconds(1), 4);

    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if a number is below 1 or a time isn't above zero
     */
    public ProxyOptions {
        if (threads < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "threads: " + threads + ", attempts: " + attempts + ": must be at least 1");
        }
        if (drainBound.isNegative() || connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("drainBound: " + drainBound + ", connectTimeout: " + connectTimeout
                    + ": must not be negative, nor the latter zero");
        }
    }

    public ProxyOptions withThreads(int value) {
        return new ProxyOptions(value, drainBound, connectTimeout, attempts);
    }

    public ProxyOptions withDrainBound(Duration value) {
        return new ProxyOptions(threads, value, connectTimeout, attempts);
    }
}
