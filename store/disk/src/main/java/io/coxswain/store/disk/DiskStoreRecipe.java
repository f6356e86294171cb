package io.coxswain.store.disk;

import io.coxswain.api.Kinds;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.store.StoreRecipe;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a {@link DiskStore} is opened. Immutable; {@link #open} may be called again after the store was closed. */
public final class DiskStoreRecipe implements StoreRecipe {
    private static final int SEGMENT_BYTES = 16 << 20;
    private static final int SMALLEST_SEGMENT = 1 << 10;
    private static final long SNAPSHOT_BYTES = 64L << 20;
    private static final int RETAINED = 1 << 16;

    final Path path;
    final int segmentBytes;
    final long snapshotBytes;
    final int retainCommits;
    final @Nullable KeyProvider keys;
    final Set<Kind<?>> encrypted;

    private DiskStoreRecipe(
            Path path,
            int segmentBytes,
            long snapshotBytes,
            int retainCommits,
            @Nullable KeyProvider keys,
            Set<Kind<?>> encrypted) {
        this.path = path;
        this.segmentBytes = segmentBytes;
        this.snapshotBytes = snapshotBytes;
        this.retainCommits = retainCommits;
        this.keys = keys;
        this.encrypted = encrypted;
    }

    static DiskStoreRecipe at(Path path) {
        return new DiskStoreRecipe(path, SEGMENT_BYTES, SNAPSHOT_BYTES, RETAINED, null, Set.of());
    }

    /** How large a segment of the journal is; 16 MiB, if not said. It takes its full size when it is made. */
    public DiskStoreRecipe segmentBytes(int bytes) {
        if (bytes < SMALLEST_SEGMENT) {
            throw new IllegalArgumentException("segmentBytes: " + bytes + ": must be at least " + SMALLEST_SEGMENT);
        }
        return new DiskStoreRecipe(path, bytes, snapshotBytes, retainCommits, keys, encrypted);
    }

    /**
     * After how many bytes of journal a snapshot is taken: 64 MiB, if not said, and never less than the snapshot has itself.
     * A start reads this much at most besides the snapshot.
     */
    public DiskStoreRecipe snapshotBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("snapshotBytes: " + bytes + ": must be at least 1");
        }
        return new DiskStoreRecipe(path, segmentBytes, bytes, retainCommits, keys, encrypted);
    }

    /** How many commits can be watched from and read at, at least 1; 65,536, if not said. */
    public DiskStoreRecipe retainCommits(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("retainCommits: " + count + ": must be at least 1");
        }
        return new DiskStoreRecipe(path, segmentBytes, snapshotBytes, count, keys, encrypted);
    }

    /** Encrypts the objects of these kinds, such as {@code Secret.KIND}, with what is written from now on. */
    public DiskStoreRecipe encrypt(KeyProvider provider, Kind<?>... kinds) {
        if (kinds.length == 0) {
            throw new IllegalArgumentException("encrypt: no kind: say which, such as Secret.KIND");
        }
        return new DiskStoreRecipe(
                path, segmentBytes, snapshotBytes, retainCommits, provider, new LinkedHashSet<>(List.of(kinds)));
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /**
     * {@inheritDoc}
     *
     * @throws DiskStoreException if the folder is in use, damaged or can't be read
     */
    @Override
    public DiskStore open(Environment environment, Kinds kinds) {
        return DiskStore.open(this, environment, kinds);
    }

    @Override
    public String toString() {
        return "DiskStore at " + path;
    }
}
