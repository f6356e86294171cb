package io.coxswain.cluster;

/** A condition didn't come true in time; the message says how things stand and, as far as it is known, why. */
public final class ConditionTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ConditionTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
