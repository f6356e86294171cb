package io.coxswain.node.runtime.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a growing file line by line from where it stopped. A file that has become shorter is read from its beginning. Not thread-safe. */
final class LogCursor {
    private static final int CHUNK_BYTES = 64 << 10;
    /** A line that is longer is handed over in parts, so that a worker which never ends a line can't fill the memory. */
    private static final int MAX_LINE_BYTES = 64 << 10;

    private final Path file;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private long position;

    LogCursor(Path file) {
        this.file = file;
    }

    /** Hands over every line of a file, the last one also if it isn't ended; none if there is no such file. */
    static void readAll(Path file, Consumer<String> line) {
        LogCursor cursor = new LogCursor(file);
        cursor.readNew(line);
        cursor.readRest(line);
    }

    /** Hands over the lines that have been ended since the last call. */
    void readNew(Consumer<String> line) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < position) {
                position = 0;
                readRest(line);
            }
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (channel.read(chunk, position) > 0) {
                chunk.flip();
                position += chunk.remaining();
                split(chunk, line);
                chunk.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("log " + file + " can't be read", e);
        }
    }

    private void split(ByteBuffer chunk, Consumer<String> line) {
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            if (next == '\n' || partial.size() >= MAX_LINE_BYTES) {
                flush(line);
            }
            if (next != '\n') {
                partial.write(next);
            }
        }
    }

    /** Hands over a last line that isn't ended. */
    void readRest(Consumer<String> line) {
        if (partial.size() > 0) {
            flush(line);
        }
    }

    private void flush(Consumer<String> line) {
        line.accept(partial.toString(StandardCharsets.UTF_8));
        partial.reset();
    }
}
