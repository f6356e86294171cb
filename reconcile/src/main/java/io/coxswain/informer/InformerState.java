package io.coxswain.informer;

import java.time.Duration;

/** What an informer is doing; the text is for people. */
public sealed interface InformerState {

    /** It was not started yet. */
    record New() implements InformerState {
        @Override
        public String toString() {
            return "not started";
        }
    }

    /** It waits for a list. */
    record Listing() implements InformerState {
        @Override
        public String toString() {
            return "listing";
        }
    }

    /** It follows a watch. */
    record Watching() implements InformerState {
        @Override
        public String toString() {
            return "watching";
        }
    }

    /**
     * A list or watch failed and is tried again after a while; the cache stays readable and grows old.
     *
     * @param failures how many there were in a row
     * @param after how long it waits
     * @param cause the last failure
     */
    record Retrying(int failures, Duration after, Throwable cause) implements InformerState {
        @Override
        public String toString() {
            return "retrying in " + after.toMillis() + " ms after " + failures
                    + (failures == 1 ? " failure: " : " failures: ") + cause.getMessage();
        }
    }

    /**
     * It ended, for good.
     *
     * @param reason who ended it and why
     */
    record Stopped(String reason) implements InformerState {
        @Override
        public String toString() {
            return "stopped: " + reason;
        }
    }
}
