package io.coxswain.node.runtime.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a model of a worker behaves.
 *
 * @param start how long it takes to start
 * @param ready how long after its start probes succeed
 * @param stop how long it takes to end after TERM
 * @param run after which it ends by itself; {@code null}: never
 * @param exitCode with which it ends by itself
 * @param startFailure why it can't be started; {@code null}: it can
 */
public record ModelBehaviour(
        Duration start,
        Duration ready,
        Duration stop,
        @Nullable Duration run,
        int exitCode,
        @Nullable String startFailure) {
    /** Up and ready soon, runs until it is told to end, and ends soon then. */
    public static final ModelBehaviour STEADY =
            new ModelBehaviour(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(50), null, 0, null);

    /** The same, which ends by itself after a while. */
    public ModelBehaviour endsAfter(Duration time, int code) {
        return new ModelBehaviour(start, ready, stop, time, code, startFailure);
    }

    /** The same, which is ready so long after its start. */
    public ModelBehaviour readyAfter(Duration time) {
        return new ModelBehaviour(start, time, stop, run, exitCode, startFailure);
    }

    /** The same, which takes so long to end after TERM. */
    public ModelBehaviour stopsAfter(Duration time) {
        return new ModelBehaviour(start, ready, time, run, exitCode, startFailure);
    }

    /** The same, which can't be started. */
    public ModelBehaviour cannotStart(String why) {
        return new ModelBehaviour(start, ready, stop, run, exitCode, why);
    }
}
