package io.coxswain.cluster;

import io.coxswain.environment.Environment;
import io.coxswain.node.WorkerOutput;
import io.coxswain.resource.ResourceKey;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Prints what workers write, with the pod's name in front. A terminal that is held, or a pipe that nobody reads, holds up nothing else: lines that find too many waiting are dropped and counted. */
final class PrintedLogs implements WorkerOutput {
    /** More than a screen shows in a second, less than hurts. */
    private static final int MOST_WAITING = 10_000;

    private final Consumer<String> out;
    private final Executor printing;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    PrintedLogs(Consumer<String> out, Environment environment) {
        this.out = out;
        printing = environment.blocking("printed logs", 1);
    }

    @Override
    public void line(ResourceKey pod, String container, String line) {
        if (waiting.get() >= MOST_WAITING) {
            dropped.incrementAndGet();
            return;
        }
        waiting.incrementAndGet();
        printing.execute(() -> {
            waiting.decrementAndGet();
            int lost = dropped.getAndSet(0);
            if (lost > 0) {
                out.accept("... " + lost + " lines dropped");
            }
            out.accept("[" + pod.name() + "] " + line);
        });
    }
}
