package io.coxswain.benchmarks.durable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What the disk can do: one thread that writes and forces, and does nothing else. */
final class RawDisk {
    private static final int PREALLOCATED = 64 << 20;

    private RawDisk() {}

    /** Forces per second at the end of a file that grows. */
    static double append(Path folder, int bytes, long nanos) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("append"), CREATE, WRITE)) {
            return forces(file, bytes, nanos, Long.MAX_VALUE);
        }
    }

    /** Forces per second within a file that has its size already. */
    static double overwrite(Path folder, int bytes, long nanos) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("overwrite"), CREATE, WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
            for (long at = 0; at < PREALLOCATED; at += zeros.capacity()) {
                file.write(zeros.clear(), at);
            }
            file.force(true);
            return forces(file, bytes, nanos, PREALLOCATED);
        }
    }

    private static double forces(FileChannel file, int bytes, long nanos, long size) throws IOException {
        ByteBuffer group = ByteBuffer.allocateDirect(bytes);
        for (int i = 0; i < bytes; i++) {
            group.put(i, (byte) ('a' + i % 26));
        }
        long start = System.nanoTime();
        long forces = 0;
        long at = 0;
        while (System.nanoTime() - start < nanos) {
            at = at + bytes > size ? 0 : at;
            file.write(group.clear(), at);
            file.force(false);
            at += bytes;
            forces++;
        }
        return forces * 1e9 / (System.nanoTime() - start);
    }
}
