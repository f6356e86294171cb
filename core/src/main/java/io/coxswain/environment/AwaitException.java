package io.coxswain.environment;

import org.jspecify.annotations.Nullable;

/** Waiting ended before what was waited for. */
public final class AwaitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why waiting ended. */
    public enum Reason {
        LIMIT_PASSED,
        INTERRUPTED
    }

    private final Reason reason;

    public AwaitException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
