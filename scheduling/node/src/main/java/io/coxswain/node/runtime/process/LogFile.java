package io.coxswain.node.runtime.process;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.WorkerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The file to which a worker writes. The worker has it open for appending, so it is rotated by copying it to a file with a number and cutting it to nothing: what is written between the copy's end
 * and the cut is lost, which costs some lines where a worker writes without pause and spares a thread or process for each worker.
 */
final class LogFile implements WorkerLog {
    private final Path file;
    private final LogLimits limits;
    private final Environment environment;
    private final Executor disk;
    private final CompletionStage<?> end;

    /**
     * A file that exists.
     *
     * @param disk where files are read and written
     * @param end completes when nobody writes any more
     */
    LogFile(Path file, LogLimits limits, Environment environment, Executor disk, CompletionStage<?> end) {
        this.file = file;
        this.limits = limits;
        this.environment = environment;
        this.disk = disk;
        this.end = end;
    }

    @Override
    public CompletionStage<List<String>> tail(int lines) {
        return CompletableFuture.supplyAsync(() -> lastLines(lines), disk);
    }

    private List<String> lastLines(int count) {
        List<String> lines = new ArrayList<>();
        for (int number = limits.files() - 1; number >= 0; number--) {
            LogCursor.readAll(numbered(number), lines::add);
            int surplus = lines.size() - count;
            if (surplus > 0) {
                lines.subList(0, surplus).clear();
            }
        }
        return lines;
    }

    @Override
    public Cancellable follow(Executor on, Consumer<String> line) {
        LogFollower follower = new LogFollower(this, environment, disk, on, line);
        follower.begin();
        return follower;
    }

    /** Begins a new file if this one has grown too large. Called by one thread at a time. */
    void rotateIfLarge() {
        try {
            if (Files.exists(file) && Files.size(file) >= limits.bytes()) {
                rotate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " can't be rotated", e);
        }
    }

    private void rotate() throws IOException {
        for (int number = limits.files() - 2; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (limits.files() > 1) {
            Files.copy(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var open = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            open.truncate(0);
        }
    }

    /** The newest is 0. */
    Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }

    int files() {
        return limits.files();
    }

    /** Whether nothing more is written. */
    boolean isComplete() {
        return end.toCompletableFuture().isDone();
    }
}
