package io.coxswain.node;

import java.time.Duration;

/** How long to wait before the next attempt to write to the API: twice as long each time, up to a bound, from the beginning after a success. Not thread-safe. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** Another attempt has failed. */
    Duration next() {
        Duration wait = next;
        Duration twice = wait.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return wait;
    }

    /** An attempt has succeeded. */
    void reset() {
        next = FIRST;
    }
}
