package io.coxswain.store.disk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a store does besides: its tasks, and when the last of them has ended after it was closed. Thread-safe.
 *
 * <p>{@code open} counts the running tasks and the store itself; the one that brings it to zero runs the end. A task is begun
 * only while it isn't zero.
 */
final class Tasks {
    private final AtomicInteger open = new AtomicInteger(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Executor on;
    private final Runnable end;
    private volatile boolean closing;

    /** @param end what is to be done on the executor when all has ended */
    Tasks(Executor on, Runnable end) {
        this.on = on;
        this.end = end;
    }

    /** Runs a task, unless all has ended. */
    void run(Executor where, Runnable task) {
        if (open.getAndUpdate(count -> count == 0 ? 0 : count + 1) != 0) {
            where.execute(() -> {
                try {
                    task.run();
                } finally {
                    release();
                }
            });
        }
    }

    /** Whether tasks should come to their end. */
    boolean isClosing() {
        return closing;
    }

    void close() {
        closing = true;
        release();
    }

    private void release() {
        if (open.decrementAndGet() == 0) {
            on.execute(this::end);
        }
    }

    private void end() {
        try {
            end.run();
        } finally {
            ended.complete(null);
        }
    }

    /** Completes when the store was closed and all has ended. */
    CompletableFuture<Void> ended() {
        return ended;
    }
}
