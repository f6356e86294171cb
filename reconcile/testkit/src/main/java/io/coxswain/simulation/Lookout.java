package io.coxswain.simulation;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A search on a thread of its own, on which the code under test runs too. If that blocks the thread for ever, it is given up, and what blocks it is what the search has found.
 *
 * <p>Belongs to the thread that waits; the search's own calls {@link #requireWanted}, that of a watchdog {@link #found}.
 */
final class Lookout {
    private static final Executor THREADS = Environment.system().workers("search", Integer.MAX_VALUE);

    /** The search has a limit of its own. */
    private static final Duration LIMIT = Duration.ofDays(1_000);

    private final CompletableFuture<Optional<Runner.Failing>> outcome = new CompletableFuture<>();

    /** Searches, and returns what is found first. What the search throws is thrown to the caller. */
    Optional<Runner.Failing> await(Supplier<Optional<Runner.Failing>> search) {
        THREADS.execute(() -> {
            try {
                outcome.complete(search.get());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return Environment.system().await(outcome, LIMIT);
        } finally {
            outcome.cancel(false);
        }
    }

    /** Something fails, on whichever thread that is known. */
    void found(Runner.Failing failing) {
        outcome.complete(Optional.of(failing));
    }

    /** Ends a search that was given up, or whose caller has gone. */
    void requireWanted() {
        if (outcome.isDone()) {
            throw new CancellationException("the search was given up");
        }
    }
}
