package io.coxswain.store.disk;

import io.coxswain.environment.Disk;
import io.coxswain.environment.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The folder of a store: which files it has, by their names. */
final class StoreFolder {
    static final String LOCK = "coxswain.lock";
    /** Ends the name of a file that isn't yet, and whose loss loses nothing. */
    static final String UNFINISHED = ".tmp";
    /** Ends the name of a file that was put aside. */
    static final String ASIDE = ".damaged";

    private static final String JOURNAL = "journal-";
    private static final String JOURNAL_END = ".log";
    private static final String SNAPSHOT = "snapshot-";
    private static final String SNAPSHOT_END = ".snap";

    final Disk disk;
    final Path path;

    /** A file whose name has a revision. */
    record Named(Path path, long revision) {}

    StoreFolder(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path segment(long firstRevision) {
        return file(JOURNAL + digits(firstRevision) + JOURNAL_END);
    }

    Path snapshot(long revision) {
        return file(SNAPSHOT + digits(revision) + SNAPSHOT_END);
    }

    /** In twenty digits, so that names sort as revisions do. */
    private static String digits(long revision) {
        return String.format(Locale.ROOT, "%020d", revision);
    }

    /** The segments of the journal, the oldest first. */
    List<Named> segments() throws IOException {
        return named(JOURNAL, JOURNAL_END);
    }

    /** The snapshots, the oldest first. */
    List<Named> snapshots() throws IOException {
        return named(SNAPSHOT, SNAPSHOT_END);
    }

    private List<Named> named(String prefix, String suffix) throws IOException {
        List<Named> found = new ArrayList<>();
        for (String name : disk.list(path)) {
            if (name.startsWith(prefix) && name.endsWith(suffix)) {
                Long revision = revision(name.substring(prefix.length(), name.length() - suffix.length()));
                if (revision != null) {
                    found.add(new Named(file(name), revision));
                }
            }
        }
        return found;
    }

    private static @Nullable Long revision(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    boolean isEmpty() throws IOException {
        return segments().isEmpty() && snapshots().isEmpty();
    }

    /** Removes what earlier processes had begun and not finished. */
    void removeUnfinished() throws IOException {
        for (String name : disk.list(path)) {
            if (name.endsWith(UNFINISHED)) {
                disk.delete(file(name));
            }
        }
    }

    /** All of a file. */
    ByteBuffer read(Path file) throws IOException {
        try (DiskFile open = disk.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(open.size()));
            while (bytes.hasRemaining() && open.read(bytes.position(), bytes) > 0) {}
            return bytes.flip();
        }
    }

    /** Gives a finished file its name, durably. */
    void finish(Path unfinished, Path name) throws IOException {
        disk.rename(unfinished, name);
        disk.forceFolder(path);
    }
}
