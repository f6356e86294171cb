package io.coxswain.controller;

import java.time.Duration;
import java.util.List;

/**
 * A call of a reconciler that has ended.
 *
 * @param attempt which it was, from 1; one more after each failure
 * @param triggers the revisions of the changes that led to it, the first and the newest; empty if it was time, an operator or a failure alone
 * @param took how long it took
 * @param ago how long ago it ended
 * @param result how it ended, in words
 */
public record LastRun(int attempt, List<Long> triggers, Duration took, Duration ago, String result) {
    public LastRun {
        triggers = List.copyOf(triggers);
    }

    /** Such as {@code attempt 2 because of revisions 57 to 60, 20 ms ago, took 3 ms: done}. */
    @Override
    public String toString() {
        return "attempt " + attempt + because(triggers) + ", " + ago.toMillis() + " ms ago, took " + took.toMillis()
                + " ms: " + result;
    }

    static String because(List<Long> triggers) {
        return switch (triggers.size()) {
            case 0 -> "";
            case 1 -> " because of revision " + triggers.get(0);
            default -> " because of revisions " + triggers.get(0) + " to " + triggers.get(triggers.size() - 1);
        };
    }
}
