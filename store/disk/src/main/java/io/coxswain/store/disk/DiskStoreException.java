package io.coxswain.store.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A store's folder can't be used as it is. The message says which file, where in it, and what can be done. */
public final class DiskStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is in the way. */
    public enum Reason {
        /** Another process, or another store of this one, has the folder. */
        LOCKED,
        /** What was once durable can't be read. {@link DiskStore#salvage} goes on with the rest. */
        DAMAGED,
        /** Another version of this library wrote it, in a format that this one doesn't know. */
        UNKNOWN_VERSION,
        /** An object is encrypted and its key isn't to be had. */
        KEY_MISSING,
        /** An object isn't one of its kind any more: the kind's record has changed in a way that its fields don't fit. */
        UNREADABLE_OBJECT,
        /** There is something already where a store was to be made, or nothing where one was to be read. */
        WRONG_FOLDER,
        /** The disk failed. */
        IO_ERROR
    }

    private final Reason reason;
    private final transient @Nullable Path file;
    private final long offset;

    DiskStoreException(Reason reason, @Nullable Path file, long offset, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.file = file;
        this.offset = offset;
    }

    static DiskStoreException damaged(Path file, long offset, String what) {
        return new DiskStoreException(
                Reason.DAMAGED,
                file,
                offset,
                file + " is damaged at byte " + offset + ": " + what
                        + ": restore a backup, or let DiskStore.salvage make a store of what can be read",
                null);
    }

    static DiskStoreException failed(Path file, IOException cause) {
        String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new DiskStoreException(Reason.IO_ERROR, file, 0, "Store " + file + ": " + what, cause);
    }

    public Reason reason() {
        return reason;
    }

    /** The file that it is about, if it is about one. */
    public @Nullable Path file() {
        return file;
    }

    /** Where in the file, in bytes. */
    public long offset() {
        return offset;
    }
}
