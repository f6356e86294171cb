package io.coxswain.environment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on that the heap ran out. A step that ended with an {@link OutOfMemoryError} has left its state half changed, so whoever owns such state has to stop rather than to go on. There is one heap,
 * so there is one list of those who want to know, for the whole JVM.
 *
 * <p>What catches every {@code Throwable} of others' code tells it here: executors, watches, workers inside the JVM. Thread-safe.
 */
public final class OutOfMemory {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);
    private static final List<Consumer<OutOfMemoryError>> LISTENERS = new CopyOnWriteArrayList<>();

    private OutOfMemory() {}

    /**
     * Hears of it from now on, on the thread that caught the error. A listener allocates as little as it can, and hands over what takes long; it may be called more than once.
     *
     * @return ends it
     */
    public static Cancellable whenNoticed(Consumer<OutOfMemoryError> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    /** Tells the listeners if the heap ran out, and does nothing about other failures. Never throws. */
    public static void noticeIn(Throwable failure) {
        if (!(failure instanceof OutOfMemoryError error)) {
            return;
        }
        for (Consumer<OutOfMemoryError> listener : LISTENERS) {
            try {
                listener.accept(error);
            } catch (RuntimeException | OutOfMemoryError e) {
                log(e);
            }
        }
    }

    /** Where there is no memory for a line either, the next step that fails tells it again. */
    private static void log(Throwable failure) {
        try {
            LOG.atError().setCause(failure).log("A listener for the heap's end failed");
        } catch (OutOfMemoryError e) {
            return;
        }
    }
}
