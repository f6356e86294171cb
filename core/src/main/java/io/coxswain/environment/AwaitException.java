package io.coxswain.environment;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waiting ended before what was waited for. */
public final class AwaitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure that very many wait for keeps the stacks of the first few, else it would grow without bound. */
    private static final int MAX_WAITERS_NOTED = 8;

    /** Why waiting ended. */
    public enum Reason {
        LIMIT_PASSED,
        INTERRUPTED
    }

    private final Reason reason;

    public AwaitException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The stage wasn't complete in time. */
    public static AwaitException limitPassed(Duration limit) {
        return new AwaitException(
                Reason.LIMIT_PASSED,
                "Waiting ended after " + limit + ": what was waited for isn't complete; wait longer, or find what"
                        + " should have completed it",
                null);
    }

    /** The waiting thread was interrupted. Sets its flag again. */
    public static AwaitException interrupted(@Nullable InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AwaitException(
                Reason.INTERRUPTED,
                "Waiting ended: thread " + Thread.currentThread().getName() + " was interrupted",
                cause);
    }

    /**
     * What {@link Environment#await} throws for a stage that failed, for those who implement it: the failure without the wrappers that
     * stages put around it, with the stack of this thread, which waits, as a suppressed one.
     *
     * @return the exception to throw; a checked one is wrapped in {@code CompletionException}
     * @throws Error if the stage failed by one
     */
    public static RuntimeException unwrapped(Throwable failure) {
        Throwable cause = withoutWrappers(failure);
        if (cause instanceof Error error) {
            noteWaiter(error);
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            noteWaiter(exception);
            return exception;
        }
        return new CompletionException(cause);
    }

    private static Throwable withoutWrappers(Throwable failure) {
        Throwable inner = failure;
        while (inner instanceof CompletionException || inner instanceof ExecutionException) {
            Throwable cause = inner.getCause();
            if (cause == null) {
                return inner;
            }
            inner = cause;
        }
        return inner;
    }

    private static void noteWaiter(Throwable failure) {
        if (failure.getSuppressed().length < MAX_WAITERS_NOTED) {
            failure.addSuppressed(new AwaitedHere(Thread.currentThread().getName()));
        }
    }

    public Reason reason() {
        return reason;
    }

    /** Not a failure: the stack of a thread that waited for one. */
    private static final class AwaitedHere extends Throwable {
        private static final long serialVersionUID = 1;

        AwaitedHere(String thread) {
            super("waited for on thread " + thread);
        }
    }
}
