package io.coxswain.scheduling.queue;

import java.time.Duration;

/**
 * How long a pod waits before it is tried again: the first wait doubled with each attempt, up to a longest one.
 *
 * @param first the wait after the first attempt
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest) {
    /** Kubernetes' default: 1 s doubling to 10 s. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** The wait after so many attempts. */
    public Duration after(int attempts) {
        Duration wait = first;
        for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
