package io.coxswain.environment.simulated;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call of the test that lets the simulation go on: how far. */
final class Run {

    /** As far as it takes. */
    static final long NO_HORIZON = Long.MAX_VALUE;

    private final Waiter caller;
    private final long horizonNanos;
    private final @Nullable BooleanSupplier condition;
    private final @Nullable Consumer<SimulationError> whenStuck;

    private boolean reached;

    /**
     * A run.
     *
     * @param caller who goes on when the run ends
     * @param horizonNanos the time after which it ends
     * @param condition what ends it when it becomes true, if anything
     */
    Run(Waiter caller, long horizonNanos, @Nullable BooleanSupplier condition) {
        this(caller, horizonNanos, condition, null);
    }

    private Run(
            Waiter caller,
            long horizonNanos,
            @Nullable BooleanSupplier condition,
            @Nullable Consumer<SimulationError> whenStuck) {
        this.caller = caller;
        this.horizonNanos = horizonNanos;
        this.condition = condition;
        this.whenStuck = whenStuck;
    }

    /** One with which the simulation ends: tasks may begin on the caller's thread, and somebody is told if one blocks it. */
    static Run last(Waiter caller, long horizonNanos, BooleanSupplier condition, Consumer<SimulationError> whenStuck) {
        return new Run(caller, horizonNanos, condition, whenStuck);
    }

    Waiter caller() {
        return caller;
    }

    long horizonNanos() {
        return horizonNanos;
    }

    /** Who is told what blocks the caller's thread; {@code null} if no task may begin there. */
    @Nullable
    Consumer<SimulationError> whenStuck() {
        return whenStuck;
    }

    boolean isLast() {
        return whenStuck != null;
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
