package io.coxswain.informer;

import io.coxswain.resource.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jctools.queues.atomic.SpscUnboundedAtomicArrayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries notifications to one handler at the handler's pace.
 *
 * <p>{@link #offer} and {@link #flush} are called by the informer's own steps only, {@link #drain} on the handler's executor only, and never twice at once: whoever turns {@code scheduled} from
 * false to true hands over the one drain. A drain that finds the queue empty turns it back and looks once more, since an offer may have come in between. Progress: lock-free.
 */
final class HandlerFeed<R extends Resource<R>> implements HandlerRegistration {
    /** How many calls a handler gets before others on its executor have their turn. */
    private static final int BATCH = 128;

    /** Few, as most handlers have one or none to hear of, and there are many of them. */
    private static final int CHUNK = 16;

    private static final Logger LOG = LoggerFactory.getLogger(HandlerFeed.class);

    private final SpscUnboundedAtomicArrayQueue<Notification<R>> queue = new SpscUnboundedAtomicArrayQueue<>(CHUNK);
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicLong failures = new AtomicLong();
    private final CompletableFuture<Void> synced = new CompletableFuture<>();
    private final InformerHandler<R> handler;
    private final Executor executor;
    private final Consumer<HandlerFeed<R>> onClose;
    private volatile boolean closed;

    HandlerFeed(InformerHandler<R> handler, Executor executor, Consumer<HandlerFeed<R>> onClose) {
        this.handler = handler;
        this.executor = executor;
        this.onClose = onClose;
    }

    void offer(Notification<R> notification) {
        if (!closed) {
            queue.offer(notification);
        }
    }

    void flush() {
        if (!queue.isEmpty() && !scheduled.get() && scheduled.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            for (int i = 0; i < BATCH && !closed; i++) {
                Notification<R> next = queue.poll();
                if (next == null) {
                    break;
                }
                deliver(next);
            }
        } finally {
            goOn();
        }
    }

    private void goOn() {
        if (!closed && !queue.isEmpty()) {
            executor.execute(this::drain);
            return;
        }
        scheduled.set(false);
        if (!closed) {
            flush();
        }
    }

    /** An {@code Error} is counted too, but belongs to whoever runs the executor. */
    private void deliver(Notification<R> notification) {
        if (notification instanceof Notification.Synced) {
            synced.complete(null);
            return;
        }
        boolean returned = false;
        try {
            notification.deliver(handler);
            returned = true;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("handler", handler)
                    .addKeyValue("change", notification.getClass().getSimpleName())
                    .setCause(e)
                    .log("An informer's handler threw; it goes on with the next change");
        } finally {
            if (!returned) {
                failures.incrementAndGet();
            }
        }
    }

    @Override
    public boolean hasSynced() {
        return synced.isDone() && !synced.isCompletedExceptionally();
    }

    @Override
    public CompletionStage<Void> synced() {
        return synced.minimalCompletionStage();
    }

    @Override
    public long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        end("the handler was closed");
        onClose.accept(this);
    }

    void end(String reason) {
        closed = true;
        synced.completeExceptionally(new IllegalStateException("handler " + handler + " never synced: " + reason));
    }
}
