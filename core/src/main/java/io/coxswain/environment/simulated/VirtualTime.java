package io.coxswain.environment.simulated;

import io.coxswain.environment.Cancellable;
import java.util.TreeSet;

/** The simulation's clock, which stands still but for jumps to the next timer. */
final class VirtualTime {
    private final TreeSet<Timer> timers = new TreeSet<>(VirtualTime::compare);

    private long nanos;
    private long scheduled;

    private static int compare(Timer one, Timer other) {
        return one.due == other.due ? Long.compare(one.number, other.number) : Long.compare(one.due, other.due);
    }

    long nanos() {
        return nanos;
    }

    /** The time that is this much later; the end of time if there is no such. */
    long after(long delayNanos) {
        long sum = nanos + delayNanos;
        return delayNanos > 0 && sum < nanos ? Long.MAX_VALUE : sum;
    }

    /** What is to be done at a time, after all that was entered for the same time before. */
    Timer at(long due, Runnable action) {
        Timer timer = new Timer(due, scheduled++, action);
        timers.add(timer);
        return timer;
    }

    /**
     * Goes on to the first timer that isn't later than the horizon and does all that is due then.
     *
     * @return false if there is none; time then stays
     */
    boolean passTo(long horizon) {
        if (timers.isEmpty() || timers.first().due > horizon) {
            return false;
        }
        nanos = Math.max(nanos, timers.first().due);
        while (!timers.isEmpty() && timers.first().due <= nanos) {
            Timer timer = timers.first();
            timers.remove(timer);
            timer.action.run();
        }
        return true;
    }

    /** Goes on to a time before which no timer is due. */
    void skipTo(long later) {
        nanos = Math.max(nanos, later);
    }

    int pending() {
        return timers.size();
    }

    void clear() {
        timers.clear();
    }

    final class Timer implements Cancellable {
        private final long due;
        private final long number;
        private final Runnable action;

        private Timer(long due, long number, Runnable action) {
            this.due = due;
            this.number = number;
            this.action = action;
        }

        @Override
        public boolean cancel() {
            return timers.remove(this);
        }
    }
}
