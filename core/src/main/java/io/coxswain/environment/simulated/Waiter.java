package io.coxswain.environment.simulated;

/** A thread that waits within a task or a test. Its action is to go on. */
class Waiter extends SimulatedAction {
    private final Baton baton;
    private final Thread thread = Thread.currentThread();
    private final long sinceNanos;

    /** Set once by the thread that hands over the baton, and thereby publishes all that it did to the thread that waits for it. */
    private volatile boolean resumed;

    Waiter(Context context, Baton baton, long sinceNanos) {
        super(context.name() + " resumes", context.nextWait());
        this.baton = baton;
        this.sinceNanos = sinceNanos;
    }

    /** What it waited for has come: it may go on. Does nothing if it already did. */
    void enable(Agenda agenda) {
        if (!resumed) {
            list(agenda);
        }
    }

    @Override
    void perform() {
        baton.passTo(this);
    }

    Thread thread() {
        return thread;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    boolean isResumed() {
        return resumed;
    }

    void setResumed() {
        resumed = true;
    }
}
