package io.coxswain.store.history;

import java.util.List;

/** What a check says of a history. */
public sealed interface Verdict {

    /** A correct store could have answered so. */
    record Passed() implements Verdict {}

    /**
     * No correct store could have.
     *
     * @param anomalies what is wrong, each with what was expected; the first ones, if there are many
     */
    record Violated(List<String> anomalies) implements Verdict {
        public Violated {
            anomalies = List.copyOf(anomalies);
        }
    }

    /** The check gave up. Not a pass. */
    record Inconclusive(String why) implements Verdict {}

    /** Passed if there are no anomalies. */
    static Verdict of(List<String> anomalies) {
        return anomalies.isEmpty() ? new Passed() : new Violated(anomalies);
    }

    /**
     * Fails with all anomalies, unless there are none.
     *
     * @throws AssertionError unless it passed
     */
    default void requirePassed() {
        if (this instanceof Violated violated) {
            throw new AssertionError("The history is wrong:\n  " + String.join("\n  ", violated.anomalies()));
        }
        if (this instanceof Inconclusive inconclusive) {
            throw new AssertionError("The check of the history came to no verdict: " + inconclusive.why());
        }
    }
}
