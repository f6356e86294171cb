package io.coxswain.environment;

import java.io.IOException;

/** The ownership of a lock file. */
public interface DiskLock extends AutoCloseable {

    /** Gives it back. Calling again does nothing. */
    @Override
    void close() throws IOException;
}
