package io.coxswain.environment;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The machine's file system. */
final class SystemDisk implements Disk {
    static final SystemDisk INSTANCE = new SystemDisk();

    /** Windows has no folders that can be opened, and keeps names in its own journal. */
    private static final boolean FORCES_FOLDERS =
            !System.getProperty("os.name", "").startsWith("Windows");

    private SystemDisk() {}

    @Override
    public DiskFile create(Path file) throws IOException {
        return new SystemDiskFile(FileChannel.open(file, READ, WRITE, CREATE_NEW));
    }

    @Override
    public DiskFile open(Path file) throws IOException {
        return new SystemDiskFile(FileChannel.open(file, READ, WRITE));
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.isDirectory(absolute)) {
            return;
        }
        Path parent = absolute.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        Files.createDirectory(absolute);
        if (parent != null) {
            forceFolder(parent);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (FORCES_FOLDERS) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public DiskLock lock(Path file) throws IOException {
        return SystemDiskLock.take(file);
    }
}
