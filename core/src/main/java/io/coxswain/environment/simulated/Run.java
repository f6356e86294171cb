package io.coxswain.environment.simulated;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A call of the test that lets the simulation go on: how far. */
final class Run {

    /** As far as it takes. */
    static final long NO_HORIZON = Long.MAX_VALUE;

    private final Waiter caller;
    private final long horizonNanos;
    private final @Nullable BooleanSupplier condition;

    private boolean reached;

    /**
     * A run.
     *
     * @param caller who goes on when the run ends
     * @param horizonNanos the time after which it ends
     * @param condition what ends it when it becomes true, if anything
     */
    Run(Waiter caller, long horizonNanos, @Nullable BooleanSupplier condition) {
        this.caller = caller;
        this.horizonNanos = horizonNanos;
        this.condition = condition;
    }

    Waiter caller() {
        return caller;
    }

    long horizonNanos() {
        return horizonNanos;
    }

    boolean isReached() {
        return reached;
    }

    /** Looks whether the condition holds now. */
    boolean check() {
        reached = reached || condition != null && condition.getAsBoolean();
        return reached;
    }
}
