package io.coxswain.node.runtime;

/**
 * How a command in a worker's surroundings ended.
 *
 * @param ending whether it ended or was killed at its limit
 * @param code its exit code
 * @param output the beginning of what it wrote
 */
public record ExecResult(Ending ending, int code, String output) {

    /** Whether a command came to its end. */
    public enum Ending {
        EXITED,
        TIMED_OUT
    }

    public static ExecResult exited(int code, String output) {
        return new ExecResult(Ending.EXITED, code, output);
    }

    public static ExecResult timedOut(String output) {
        return new ExecResult(Ending.TIMED_OUT, 137, output);
    }

    /** Whether it ended with code 0. */
    public boolean succeeded() {
        return ending == Ending.EXITED && code == 0;
    }
}
