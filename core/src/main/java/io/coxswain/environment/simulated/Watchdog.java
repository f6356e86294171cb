package io.coxswain.environment.simulated;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks by the real clock whether a run gets on. If two looks, as far apart as the limit, see the same action of the same run, its code blocks, and the
 * baton is revoked.
 *
 * <p>It looks only while there are runs, so a simulation that nobody closes is not kept alive by it.
 */
final class Watchdog {
    private final Baton baton;
    private final Trace trace;
    private final Duration limit;

    // Guarded by this.
    private boolean running;
    private long runs;
    private long seen = -1;
    private @Nullable Cancellable nextLook;

    Watchdog(Baton baton, Trace trace, Duration limit) {
        this.baton = baton;
        this.trace = trace;
        this.limit = limit;
    }

    synchronized void runBegins() {
        running = true;
        runs++;
        if (nextLook == null) {
            lookLater();
        }
    }

    synchronized void runEnds() {
        running = false;
    }

    synchronized void stop() {
        if (nextLook != null) {
            nextLook.cancel();
        }
    }

    private void lookLater() {
        nextLook = Environment.system().schedule(limit, Runnable::run, this::look);
    }

    private synchronized void look() {
        nextLook = null;
        if (!running) {
            return;
        }
        long progress = runs + trace.actions(); // a racy read: an old value is corrected at the next look
        if (progress == seen) {
            baton.revoke(limit.toString());
        }
        seen = progress;
        lookLater();
    }
}
