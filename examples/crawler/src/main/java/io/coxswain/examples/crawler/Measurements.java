package io.coxswain.examples.crawler;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/** Measures, beside the crawl, how long things take until they have come about. For one thread. */
final class Measurements implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "measurement");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> underWay = new ArrayList<>();

    /**
     * Measures from now on.
     *
     * @param wait returns when it has come about, or throws if it doesn't
     * @param then takes the seconds
     */
    void begin(Runnable wait, DoubleConsumer then) {
        long began = System.nanoTime();
        underWay.add(threads.submit(() -> {
            wait.run();
            then.accept((System.nanoTime() - began) / 1e9);
        }));
    }

    /**
     * Whether nothing is being measured now.
     *
     * @throws IllegalStateException if something didn't come about
     */
    boolean areDone() throws InterruptedException {
        for (Future<?> one : underWay) {
            if (one.isDone()) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                    throw new IllegalStateException(cause.getMessage(), cause);
                }
            }
        }
        underWay.removeIf(Future::isDone);
        return underWay.isEmpty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
