package io.coxswain.node.probe;

/**
 * The answer to a probe.
 *
 * @param outcome whether it is well
 * @param message why not, for people; may be empty
 */
public record ProbeResult(Outcome outcome, String message) {
    /** It is well. */
    public static final ProbeResult SUCCESS = new ProbeResult(Outcome.SUCCESS, "");

    /** Whether a worker is well. */
    public enum Outcome {
        SUCCESS,
        FAILURE
    }

    /** It isn't well, and why. */
    public static ProbeResult failure(String message) {
        return new ProbeResult(Outcome.FAILURE, message);
    }

    /** Whether it is well. */
    public boolean isSuccess() {
        return outcome == Outcome.SUCCESS;
    }
}
