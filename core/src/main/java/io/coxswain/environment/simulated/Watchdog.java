package io.coxswain.environment.simulated;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks by the real clock whether a run gets on. If two looks, as far apart as the limit, see the same action of the same run, its code blocks, and the
 * baton is revoked.
 *
 * <p>It looks only while there are runs, so a simulation that nobody closes is not kept alive by it. All with the same limit are looked at together: a timer for
 * each of a thousand short simulations a second would cost more than some of them.
 */
final class Watchdog {
    private static final Map<Duration, Rounds> ROUNDS = new ConcurrentHashMap<>();

    private final Baton baton;
    private final Trace trace;
    private final Duration limit;
    private final Rounds rounds;

    // Guarded by this.
    private boolean running;
    private long runs;
    private long seen = -1;

    Watchdog(Baton baton, Trace trace, Duration limit) {
        this.baton = baton;
        this.trace = trace;
        this.limit = limit;
        rounds = ROUNDS.computeIfAbsent(limit, Rounds::new);
    }

    void runBegins() {
        synchronized (this) {
            running = true;
            runs++;
        }
        rounds.enter(this);
    }

    void runEnds() {
        rounds.leave(this);
        synchronized (this) {
            running = false;
        }
    }

    private synchronized void look() {
        if (!running) {
            return;
        }
        long progress = runs + trace.actions(); // a racy read: an old value is corrected at the next look
        if (progress == seen) {
            baton.revoke(limit.toString());
        }
        seen = progress;
    }

    /** Looks at all that run, as often as their limit says, while there are any. */
    private static final class Rounds {
        private final Duration limit;

        // Guarded by this.
        private final Set<Watchdog> running = new LinkedHashSet<>();
        private boolean scheduled;

        Rounds(Duration limit) {
            this.limit = limit;
        }

        synchronized void enter(Watchdog watchdog) {
            running.add(watchdog);
            lookLater();
        }

        synchronized void leave(Watchdog watchdog) {
            running.remove(watchdog);
        }

        private void lookLater() {
            if (!scheduled && !running.isEmpty()) {
                scheduled = true;
                var unused = Environment.system().schedule(limit, Runnable::run, this::look);
            }
        }

        private void look() {
            present().forEach(Watchdog::look);
        }

        private synchronized List<Watchdog> present() {
            scheduled = false;
            lookLater();
            return List.copyOf(running);
        }
    }
}
