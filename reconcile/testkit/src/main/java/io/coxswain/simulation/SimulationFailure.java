package io.coxswain.simulation;

/** A simulation found a run in which something doesn't hold; the message is the whole report. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    SimulationFailure(String message, Finding finding) {
        super(message, finding.cause().orElse(null));
        this.finding = finding;
    }

    /** What was found. */
    public Finding finding() {
        return finding;
    }
}
