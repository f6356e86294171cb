package io.coxswain.simulation;

import org.jspecify.annotations.Nullable;

/** What didn't hold in a run. */
record Violation(String property, String message, @Nullable Throwable cause) {
    static Violation of(String property, String message) {
        return new Violation(property, message, null);
    }

    @Override
    public String toString() {
        return message.isEmpty() ? property : property + ": " + message;
    }
}
