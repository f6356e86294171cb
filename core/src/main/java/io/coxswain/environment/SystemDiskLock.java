package io.coxswain.environment;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on one byte far behind the file's content, which stays readable for everybody. The system
 * gives it back when the process ends.
 */
final class SystemDiskLock implements DiskLock {
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int MAX_HOLDER_BYTES = 1_000;
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /**
     * What this process holds, by the file's real name. On Unix the system takes a process's lock away when it closes any
     * channel of the file, so a second one must not even be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SystemDiskLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SystemDiskLock take(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path real = folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        if (!HELD.add(real)) {
            throw new DiskLockedException(file, "this " + self());
        }
        boolean taken = false;
        try {
            SystemDiskLock lock = lock(file, real);
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(real);
            }
        }
    }

    private static SystemDiskLock lock(Path file, Path real) throws IOException {
        FileChannel channel = FileChannel.open(file, READ, WRITE, CREATE);
        try {
            if (tryLock(channel) == null) {
                throw new DiskLockedException(file, content(channel));
            }
            write(channel, self());
            return new SystemDiskLock(real, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByAnotherClassLoader) {
            return null;
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_HOLDER_BYTES);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(holder + "\n"), 0);
    }

    private static String self() {
        ProcessHandle process = ProcessHandle.current();
        String started = process.info()
                .startInstant()
                .map(Instant::toString)
                .map(time -> ", started " + time)
                .orElse("");
        return "process " + process.pid() + " on " + hostName() + started;
    }

    /** Without asking the network, which may take its time. */
    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException notLinux) {
            for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
                String name = System.getenv(variable);
                if (name != null && !name.isBlank()) {
                    return name;
                }
            }
            return "this machine";
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                write(channel, "");
            } finally {
                HELD.remove(file);
            }
        }
    }
}
