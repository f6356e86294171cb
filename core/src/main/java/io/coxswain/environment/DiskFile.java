package io.coxswain.environment;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. Any thread may use it; writes of several threads to the same place must be ordered by them. */
public interface DiskFile extends AutoCloseable {

    /** How many bytes it has. */
    long size() throws IOException;

    /**
     * Reads from a position into a buffer that has room: as much as comes at once, which may be less than there is.
     *
     * @return how many bytes were read, at least 1; 0 at the end of the file
     */
    int read(long position, ByteBuffer into) throws IOException;

    /** Writes all that remains in the buffer at a position; the file grows if it has to. */
    void write(long position, ByteBuffer from) throws IOException;

    /**
     * Makes all that was written durable. If it fails, what was written since the last force may be lost, and another force
     * that succeeds says nothing about it: it must be written again.
     */
    void force() throws IOException;

    /** Calling again does nothing. Forces nothing. */
    @Override
    void close() throws IOException;
}
