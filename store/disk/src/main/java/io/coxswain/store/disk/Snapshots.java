package io.coxswain.store.disk;

import io.coxswain.environment.Environment;
import io.coxswain.store.StoredObject;
import io.coxswain.store.memory.MemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots in the background and then removes what they make superfluous. The last two are kept, with the journal since
 * the older one, so that one damaged snapshot costs nothing.
 *
 * <p>What is stored is walked at one revision, beside the writers and without copying anything; the encoding and writing goes
 * on after that. Any thread may call this.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration WALK_LIMIT = Duration.ofMinutes(1);
    private static final int KEPT = 2;

    private final Environment environment;
    private final StoreFolder folder;
    private final ObjectForm form;
    private final RawState unknown;
    private final Tasks tasks;
    private final long leastBytes;
    private final Executor worker;
    private final AtomicLong journaled = new AtomicLong();
    private final AtomicBoolean working = new AtomicBoolean();

    /** Only looked at when something is journaled, which comes after it was set. */
    private volatile MemoryStore memory;

    private volatile long lastBytes;

    @SuppressWarnings("NullAway.Init")
    Snapshots(
            Environment environment,
            StoreFolder folder,
            ObjectForm form,
            RawState unknown,
            Tasks tasks,
            long leastBytes,
            long lastBytes) {
        this.environment = environment;
        this.folder = folder;
        this.form = form;
        this.unknown = unknown;
        this.tasks = tasks;
        this.leastBytes = leastBytes;
        this.lastBytes = lastBytes;
        this.worker = environment.blocking("snapshot", 1);
    }

    /** Begins, with what the journal has already. */
    void start(MemoryStore store, long journaledBytes) {
        memory = store;
        journaled(journaledBytes);
    }

    /** The journal has grown; when it has grown by more than a snapshot takes, one is taken. */
    void journaled(long bytes) {
        if (journaled.addAndGet(bytes) >= Math.max(leastBytes, lastBytes) && working.compareAndSet(false, true)) {
            tasks.run(worker, this::run);
        }
    }

    private void run() {
        try {
            if (!tasks.isClosing()) {
                take();
            }
        } catch (IOException | RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("store", folder.path)
                    .log("A snapshot couldn't be taken; the journal is kept, and it is tried again when it has grown");
        } finally {
            working.set(false);
        }
    }

    private void take() throws IOException {
        journaled.set(0);
        MemoryStore.Contents contents = environment.await(memory.contents(), WALK_LIMIT);
        if (contents.revision() == 0 || folder.disk.exists(folder.snapshot(contents.revision()))) {
            return;
        }
        long bytes = SnapshotFile.write(folder, contents.revision(), all(contents), tasks::isClosing);
        if (bytes > 0) {
            lastBytes = bytes;
            removeSuperfluous(folder);
        }
    }

    /** Writes everything into another folder; returns the revision. */
    long copyTo(StoreFolder other) throws IOException {
        MemoryStore.Contents contents = environment.await(memory.contents(), WALK_LIMIT);
        SnapshotFile.write(other, contents.revision(), all(contents), () -> false);
        return contents.revision();
    }

    private Iterator<RawObject> all(MemoryStore.Contents contents) {
        Iterator<StoredObject<?>> known = contents.objects().iterator();
        Iterator<RawObject> others = unknown.objects().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return known.hasNext() || others.hasNext();
            }

            @Override
            public RawObject next() {
                return known.hasNext() ? form.write(known.next()) : others.next();
            }
        };
    }

    /** Removes the snapshots before the last two, and the segments of the journal that the older of them makes superfluous. */
    static void removeSuperfluous(StoreFolder folder) throws IOException {
        List<StoreFolder.Named> snapshots = folder.snapshots();
        List<StoreFolder.Named> kept = snapshots.subList(Math.max(0, snapshots.size() - KEPT), snapshots.size());
        for (StoreFolder.Named snapshot : snapshots.subList(0, snapshots.size() - kept.size())) {
            folder.disk.delete(snapshot.path());
        }
        if (kept.size() == KEPT) {
            removeSegmentsBefore(folder, kept.get(0).revision());
        }
    }

    private static void removeSegmentsBefore(StoreFolder folder, long revision) throws IOException {
        List<StoreFolder.Named> segments = folder.segments();
        for (int i = 0; i + 1 < segments.size() && segments.get(i + 1).revision() <= revision + 1; i++) {
            folder.disk.delete(segments.get(i).path());
        }
    }
}
