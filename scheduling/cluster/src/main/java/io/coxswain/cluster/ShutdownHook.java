package io.coxswain.cluster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a cluster that is still open when the JVM ends: on Ctrl-C, TERM, {@code System.exit} or because nothing is left to do. */
final class ShutdownHook {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

    private final Thread thread;

    private ShutdownHook(Runnable end) {
        thread = new Thread(() -> run(end), "coxswain-shutdown");
    }

    private static void run(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("The cluster failed to close at the end of the JVM");
        }
    }

    /**
     * Runs this when the JVM ends.
     *
     * @throws IllegalStateException if it is ending already
     */
    static ShutdownHook register(Runnable end) {
        ShutdownHook hook = new ShutdownHook(end);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    /** The cluster is closed; changes nothing if the JVM is ending. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            LOG.atDebug().log("The JVM ends while the cluster closes");
        }
    }
}
