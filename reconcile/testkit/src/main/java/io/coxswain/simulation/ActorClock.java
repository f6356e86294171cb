package io.coxswain.simulation;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.time.Instant;

/** The clocks of a machine: of the day, which can be set, and of durations, which only runs at another pace, for some minutes. */
final class ActorClock {
    /** A clock that is wrong by half and isn't set right for days is no fault that a controller could bear. */
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();

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
        if (pace == 1) {
            return since + passed;
        }
        long drifting = Math.min(passed, LONGEST_NANOS);
        return since + (long) (drifting * pace) + passed - drifting;
    }

    /** How long something takes by the true clock that takes this long by this one. */
    Duration trueTime(Duration delay) {
        if (pace == 1) {
            return delay;
        }
        long left = Math.max(0, LONGEST_NANOS - (environment.nanoTime() - sinceTrue));
        long drifting = Math.min(delay.toNanos(), (long) (left * pace));
        return Duration.ofNanos((long) (drifting / pace) + delay.toNanos() - drifting);
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
