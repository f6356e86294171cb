package io.coxswain.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that have to outlast this process: the only way in which the library keeps state on a disk, so that a simulated disk
 * can stand in for it.
 *
 * <p>What is written may be lost, in part and out of order, until the file is {@linkplain DiskFile#force() forced}. What is
 * done to names (create, rename, delete) may be lost until their folder is {@linkplain #forceFolder forced}. Every method
 * blocks, so none is for a step of a serial executor.
 *
 * <p>Thread-safe.
 */
public interface Disk {

    /**
     * Makes a file for reading and writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of this name
     */
    DiskFile create(Path file) throws IOException;

    /**
     * Opens a file for reading and writing.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    DiskFile open(Path file) throws IOException;

    /** Whether there is a file or folder of this name. */
    boolean exists(Path file) throws IOException;

    /** The names of what is in a folder, sorted; empty if there is no such folder. */
    List<String> list(Path folder) throws IOException;

    /** Makes a folder, and those above it that are missing; durable on return. */
    void createFolder(Path folder) throws IOException;

    /** Gives a file another name in the same folder, in place of one that has it already: as a whole or not at all. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file; does nothing if there is none. */
    void delete(Path file) throws IOException;

    /** Makes what was done to the names in a folder durable. */
    void forceFolder(Path folder) throws IOException;

    /**
     * Makes this process the owner of a lock file, until the lock is closed or the process ends, however it ends. The file
     * says who has it.
     *
     * @throws DiskLockedException if another process or another part of this one has it
     */
    DiskLock lock(Path file) throws IOException;
}
