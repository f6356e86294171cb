package io.coxswain.election;

import java.time.Duration;

/**
 * How long a claim lasts and how often it is renewed; client-go's {@code tools/leaderelection}.
 *
 * @param leaseDuration how long others wait, after they last saw the lease change, before they take it; whole seconds, as that is what the Lease says
 * @param renewDeadline how long a leader that can't renew goes on leading
 * @param retryPeriod how long between two attempts; candidates stretch it by up to {@value #JITTER} of its length, so that they don't come together
 */
public record ElectionTimings(Duration leaseDuration, Duration renewDeadline, Duration retryPeriod) {
    static final double JITTER = 1.2;

    /** Kubernetes' own: 15 s, 10 s, 2 s. */
    public static final ElectionTimings STANDARD =
            new ElectionTimings(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    /** @throws IllegalArgumentException unless leaseDuration > renewDeadline > retryPeriod * 1.2 > 0 and the first is in whole seconds */
    public ElectionTimings {
        if (leaseDuration.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "election: leaseDuration: " + leaseDuration + ": must be in whole seconds");
        }
        if (leaseDuration.compareTo(renewDeadline) <= 0) {
            throw new IllegalArgumentException("election: leaseDuration: " + leaseDuration
                    + ": must be above renewDeadline, " + renewDeadline + ", or two could lead at once");
        }
        if (retryPeriod.isZero() || retryPeriod.isNegative()) {
            throw new IllegalArgumentException("election: retryPeriod: " + retryPeriod + ": must be above zero");
        }
        if (renewDeadline.toNanos() <= retryPeriod.toNanos() * JITTER) {
            throw new IllegalArgumentException("election: renewDeadline: " + renewDeadline + ": must be above " + JITTER
                    + " times retryPeriod, " + retryPeriod + ", or one lost renewal ends the leadership");
        }
    }
}
