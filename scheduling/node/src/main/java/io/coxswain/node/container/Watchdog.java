package io.coxswain.node.container;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Waits for a worker that is to say again and again that it lives, as systemd's {@code WatchdogSec}. Owned by the steps of the pod. */
final class Watchdog {
    private final Environment environment;
    private final Executor serial;
    private final Duration limit;
    private final Runnable expired;
    private @Nullable Cancellable timer;

    /** @param expired runs once if the worker was silent for longer than the limit */
    Watchdog(Environment environment, Executor serial, Duration limit, Runnable expired) {
        this.environment = environment;
        this.serial = serial;
        this.limit = limit;
        this.expired = expired;
    }

    /** The worker has said that it lives, or begins. */
    void alive() {
        stop();
        timer = environment.schedule(limit, serial, expired);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
