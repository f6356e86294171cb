package io.coxswain.environment.simulated;

import org.jspecify.annotations.Nullable;

/** A simulation can't go on as asked. An error, so that code under test which catches its exceptions doesn't swallow it. */
public final class SimulationError extends AssertionError {
    private static final long serialVersionUID = 1;

    /** What ended the run. */
    public enum Reason {
        /** Nothing can happen any more, and what the run was to reach isn't reached. */
        DEADLOCK,
        /** The virtual time given to the run has passed. */
        LIMIT_PASSED,
        /** The run took more actions than allowed: most likely it goes round in circles. */
        LIVELOCK,
        /** Code blocks by other means than {@code Environment.await}. */
        FOREIGN_BLOCKING,
        /** A thread that is no part of the simulation acts on it while it runs. */
        FOREIGN_THREAD,
        /** The simulation was closed while this thread waited; thrown to unwind it. */
        CLOSED
    }

    private final Reason reason;

    SimulationError(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
