package io.coxswain.network;

import java.time.Duration;

/**
 * How a proxy behaves.
 *
 * @param threads how many event loops it has
 * @param drainBound how long an open connection may go on after its endpoint has begun to leave; then it is cut and counted
 * @param connectTimeout how long a backend has to accept a connection
 * @param attempts how many backends are tried for one connection
 * @param udpIdle how long a UDP client without datagrams in either direction keeps its backend
 * @param firstRetry how long a port that can't be bound waits for the next attempt, at first; twice as long each time
 */
public record ProxyOptions(
        int threads,
        Duration drainBound,
        Duration connectTimeout,
        int attempts,
        Duration udpIdle,
        Duration firstRetry) {
    /**
     * Two threads, 2 s to drain, 1 s to connect, four attempts; 120 s for UDP, as Linux' connection tracking has it ({@code nf_conntrack_udp_timeout_stream}); 1 s to the first retry.
     */
    public static final ProxyOptions DEFAULT = new ProxyOptions(
            2, Duration.ofSeconds(2), Duration.ofSeconds(1), 4, Duration.ofSeconds(120), Duration.ofSeconds(1));

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
        if (drainBound.isNegative() || !isPositive(connectTimeout) || !isPositive(udpIdle) || !isPositive(firstRetry)) {
            throw new IllegalArgumentException("drainBound: " + drainBound + ", connectTimeout: " + connectTimeout
                    + ", udpIdle: " + udpIdle + ", firstRetry: " + firstRetry
                    + ": must not be negative, nor any but the first zero");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    public ProxyOptions withThreads(int value) {
        return new ProxyOptions(value, drainBound, connectTimeout, attempts, udpIdle, firstRetry);
    }

    public ProxyOptions withDrainBound(Duration value) {
        return new ProxyOptions(threads, value, connectTimeout, attempts, udpIdle, firstRetry);
    }

    public ProxyOptions withUdpIdle(Duration value) {
        return new ProxyOptions(threads, drainBound, connectTimeout, attempts, value, firstRetry);
    }

    public ProxyOptions withFirstRetry(Duration value) {
        return new ProxyOptions(threads, drainBound, connectTimeout, attempts, udpIdle, value);
    }
}
