package io.coxswain.node.runtime.process;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks at a log again and again and hands over what is new. Its steps run one after another on the executor for files. */
final class LogFollower implements Cancellable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LogFile log;
    private final Environment environment;
    private final Executor disk;
    private final Consumer<String> line;
    private final LogCursor cursor;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    LogFollower(LogFile log, Environment environment, Executor disk, Executor on, Consumer<String> line) {
        this.log = log;
        this.environment = environment;
        this.disk = disk;
        this.line = text -> on.execute(() -> {
            if (!cancelled.get()) {
                line.accept(text);
            }
        });
        cursor = new LogCursor(log.numbered(0));
    }

    void begin() {
        disk.execute(() -> {
            for (int number = log.files() - 1; number >= 1; number--) {
                LogCursor.readAll(log.numbered(number), line);
            }
            step();
        });
    }

    private void step() {
        boolean last = log.isComplete(); // looked at before the file, so that nothing written before the end is missed
        cursor.readNew(line);
        if (last) {
            cursor.readRest(line);
        } else if (!cancelled.get()) {
            environment.schedule(PAUSE, disk, this::step);
        }
    }

    @Override
    public boolean cancel() {
        return cancelled.compareAndSet(false, true);
    }
}
