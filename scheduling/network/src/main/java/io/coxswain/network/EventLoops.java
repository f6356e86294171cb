package io.coxswain.network;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a proxy: the only place that makes them.
 *
 * <p>They are single event loops and not one of Netty's groups: a group tells of its end by Netty's global executor, whose
 * thread outlives it by a second and would keep the JVM from ending.
 */
final class EventLoops {
    private final int threads;
    private final List<CompletableFuture<Void>> ended = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile List<EventLoop> loops = List.of();
    private boolean closed;

    EventLoops(int threads) {
        this.threads = threads;
    }

    /** Makes the loops, if there are none yet. The first time in a JVM this takes some tenths of a second. */
    synchronized void open() {
        if (!loops.isEmpty() || closed) {
            return;
        }
        List<EventLoop> made = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            ThreadFactory plain = new DefaultThreadFactory("coxswain-network", true);
            ThreadFactory telling = loop -> plain.newThread(() -> runUntilEnd(loop, end));
            made.add(new SingleThreadIoEventLoop(null, telling, NioIoHandler.newFactory()));
            ended.add(end);
        }
        loops = List.copyOf(made);
    }

    private static void runUntilEnd(Runnable loop, CompletableFuture<Void> end) {
        try {
            loop.run();
        } finally {
            end.complete(null);
        }
    }

    /** The loops in turn. */
    EventLoop next() {
        if (loops.isEmpty()) {
            open();
        }
        return loops.get((next.getAndIncrement() & Integer.MAX_VALUE) % loops.size());
    }

    /** Ends the threads, after what they were given before. Channels that are still open are closed. */
    synchronized CompletionStage<Void> close() {
        closed = true;
        // a thread is only made when there is something to do, so there is something to do now
        loops.forEach(loop -> loop.execute(() -> {}));
        loops.forEach(loop -> loop.shutdownGracefully(0, 1, TimeUnit.SECONDS));
        return CompletableFuture.allOf(ended.toArray(CompletableFuture<?>[]::new));
    }
}
