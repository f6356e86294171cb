package io.coxswain.node.runtime;

/**
 * How a worker ended.
 *
 * @param code its exit code; 128 and the signal's number if a signal ended it, as shells say it
 * @param signal the number of the signal that ended it, or 0
 * @param cause what else is known of why
 * @param message for people; may be empty
 */
public record WorkerExit(int code, int signal, Cause cause, String message) {
    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;

    /** Why a worker ended, beyond its code. */
    public enum Cause {
        /** By itself or by a signal. */
        ENDED,
        /** The machine or its limit ran out of memory. */
        OUT_OF_MEMORY
    }

    /** From an exit code as a shell says it: above 128, a signal ended it. */
    public static WorkerExit ofCode(int code) {
        boolean signalled = code > SIGNAL_BASE && code <= SIGNAL_BASE + LAST_SIGNAL;
        return new WorkerExit(code, signalled ? code - SIGNAL_BASE : 0, Cause.ENDED, "");
    }

    /** The same with a message. */
    public WorkerExit withMessage(String text) {
        return new WorkerExit(code, signal, cause, text);
    }
}
