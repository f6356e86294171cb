package io.coxswain.node.probe;

/**
 * The answer to a probe.
 *
 * @param outcome whether it is well
 * @param message why not, or what is odd about it, for people; may be empty
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

    /** It is well, and yet something is odd. */
    public static ProbeResult warning(String message) {
        return new ProbeResult(Outcome.SUCCESS, message);
    }

    /** Whether it is well and something is odd. */
    public boolean isWarning() {
        return isSuccess() && !message.isEmpty();
    }

    /** Whether it is well. */
    public boolean isSuccess() {
        return outcome == Outcome.SUCCESS;
    }
}
