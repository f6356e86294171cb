package io.coxswain.informer;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** 0.8 s, doubled with each failure, at most 30 s, each stretched by up to its own length so that many informers don't come back at once (client-go {@code tools/cache/reflector.go}). */
final class Backoff {
    private static final long BASE_MILLIS = 800;
    private static final long MAX_MILLIS = 30_000;
    private static final int MAX_DOUBLINGS = 10;

    private final Supplier<RandomGenerator> random;
    private int failures;

    /** @param random asked for when something fails, as most never do */
    Backoff(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    Duration next() {
        long plain = BASE_MILLIS << Math.min(failures, MAX_DOUBLINGS);
        failures++;
        return Duration.ofMillis(
                Math.min(MAX_MILLIS, (long) (plain * (1 + random.get().nextDouble()))));
    }

    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
