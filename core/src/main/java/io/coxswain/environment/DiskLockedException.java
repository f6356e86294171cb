package io.coxswain.environment;

import java.io.IOException;
import java.nio.file.Path;

/** A lock file belongs to somebody else. */
public final class DiskLockedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String holder;

    /** @param holder who has it, as the file says */
    public DiskLockedException(Path file, String holder) {
        super(file + " is held by " + (holder.isEmpty() ? "another process" : holder)
                + ": close that one first, or use another folder");
        this.holder = holder;
    }

    /** Who has it, such as {@code process 4711 on host-a, started 2026-11-23T20:15:00Z}; may be empty. */
    public String holder() {
        return holder;
    }
}
