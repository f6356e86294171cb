package io.coxswain.simulation;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.time.Instant;

/** The clocks of a machine: of the day, which can be set, and of durations, which only runs at another pace. */
final class ActorClock {
    private final Environment environment;

    private Duration offset = Duration.ZERO;
    private double pace = 1;
    private long sinceTrue;
    private long since;

    ActorClock(Environment environment) {
        this.environment = environment;
    }

    Instant now() {
        return environment.now().plus(offset).plusNanos(nanoTime() - environment.nanoTime());
    }

    long nanoTime() {
        long passed = environment.nanoTime() - sinceTrue;
        return since + (pace == 1 ? passed : (long) (passed * pace));
    }

    /** How long something takes by the true clock that takes this long by this one. */
    Duration trueTime(Duration delay) {
        return pace == 1 ? delay : Duration.ofNanos((long) (delay.toNanos() / pace));
    }

    void step(Duration by) {
        offset = offset.plus(by);
    }

    void pace(double value) {
        since = nanoTime();
        sinceTrue = environment.nanoTime();
        pace = value;
    }
}
