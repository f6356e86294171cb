package io.coxswain.controller;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What comes after a reconcile: nothing until something changes, another after some time, or another after a back-off. */
public sealed interface Outcome {

    /** All is as it should be; failures are forgotten. */
    record Done() implements Outcome {
        private static final Done INSTANCE = new Done();
    }

    /** All is well; look again after a while. Failures are forgotten. */
    record Again(Duration after) implements Outcome {
        /** @throws IllegalArgumentException if the time is negative */
        public Again {
            if (after.isNegative()) {
                throw new IllegalArgumentException("again after " + after + ": must not be negative");
            }
        }
    }

    /** Not yet; try again after a time that grows with each failure. Counts as a failure, but isn't logged as an error. */
    record Retry(String reason) implements Outcome {
        /** @throws NullPointerException if there is no reason */
        public Retry {
            requireNonNull(reason, "retry with back-off: say for which reason");
        }
    }

    static Outcome done() {
        return Done.INSTANCE;
    }

    static Outcome again(Duration after) {
        return new Again(after);
    }

    static Outcome retryWithBackoff(String reason) {
        return new Retry(reason);
    }
}
