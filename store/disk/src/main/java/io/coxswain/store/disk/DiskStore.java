package io.coxswain.store.disk;

import io.coxswain.api.Kinds;
import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.DiskLock;
import io.coxswain.environment.DiskLockedException;
import io.coxswain.environment.Environment;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.memory.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a folder, which survives the process and a loss of power.
 *
 * <p>Nothing is visible, and no caller is told, before it is durable. If the disk fails or is full, the store becomes
 * read-only: commits under way fail with {@code RequestTimeoutException} if they may be on the disk all the same, all others
 * with {@code ServiceUnavailableException} and the cause; reads and watches go on. It can be written again after it was opened
 * anew. Objects are kept as JSON, up to 2 GiB of it: of more no snapshot can be taken, so that the journal only grows. Those of
 * kinds that aren't registered any more are kept and can't be seen.
 *
 * <pre>{@code
 * Cluster.builder().store(DiskStore.at(Path.of("state")))
 * }</pre>
 *
 * <p>After {@link #close()} the folder can be opened again once {@link #closed()} is complete.
 */
public final class DiskStore implements Store {
    /** The largest object that is kept, as JSON: as much as etcd takes in a request. */
    public static final int MAX_OBJECT_BYTES = 3 << 19;

    /** The largest transaction, as JSON of its objects. */
    public static final int MAX_TRANSACTION_BYTES = 64 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskStore.class);

    private final MemoryStore memory;
    private final Encoding encoding;
    private final Snapshots snapshots;
    private final StoreFolder folder;
    private final Tasks tasks;

    private final JournalWriter journal;

    private DiskStore(
            MemoryStore memory,
            JournalWriter journal,
            Encoding encoding,
            Snapshots snapshots,
            StoreFolder folder,
            Tasks tasks) {
        this.memory = memory;
        this.journal = journal;
        this.encoding = encoding;
        this.snapshots = snapshots;
        this.folder = folder;
        this.tasks = tasks;
    }

    /** How a store in this folder is opened; the folder is made if there is none. */
    public static DiskStoreRecipe at(Path folder) {
        return DiskStoreRecipe.at(folder);
    }

    static DiskStore open(DiskStoreRecipe recipe, Environment environment, Kinds kinds) {
        StoreFolder folder = new StoreFolder(environment.disk(), recipe.path);
        DiskLock lock = null;
        try {
            folder.disk.createFolder(folder.path);
            lock = lock(folder);
            folder.removeUnfinished();
            folder.disk.forceFolder(folder.path); // names that are there may not be durable, if a force failed
            return recover(recipe, environment, kinds, folder, lock);
        } catch (IOException | RuntimeException e) {
            release(folder, lock);
            throw failure(folder, e);
        }
    }

    private static DiskStore recover(
            DiskStoreRecipe recipe, Environment environment, Kinds kinds, StoreFolder folder, DiskLock lock)
            throws IOException {
        ObjectForm form = new ObjectForm(kinds, new Sealer(environment, recipe.keys, recipe.encrypted));
        Recovery recovery = Recovery.of(folder, form);
        Opening opening = new Opening();
        Tasks tasks = new Tasks(environment.blocking("store-end", 1), () -> {
            opening.end();
            release(folder, lock);
        });
        Encoding encoding = new Encoding(form);
        Snapshots snapshots = new Snapshots(
                environment, folder, form, recovery.unknown(), tasks, recipe.snapshotBytes, recovery.snapshotBytes());
        MemoryStore memory = MemoryStore.builder(environment)
                .retainCommits(recipe.retainCommits)
                .snapshot(recovery.snapshotRevision(), recovery.objects())
                .replay(recovery.commits())
                .journal(opening)
                .build();
        recovery.reportUnknown();
        JournalWriter journal = new JournalWriter(
                environment,
                folder,
                encoding,
                tasks,
                recipe.segmentBytes,
                recovery.journal().resume(),
                snapshots::journaled);
        opening.journal = journal;
        snapshots.start(memory, recovery.journal().bytes());
        LOG.atInfo()
                .addKeyValue("store", folder.path)
                .addKeyValue("revision", memory.revision())
                .log("The store is open");
        return new DiskStore(memory, journal, encoding, snapshots, folder, tasks);
    }

    static DiskLock lock(StoreFolder folder) throws IOException {
        return folder.disk.lock(folder.file(StoreFolder.LOCK));
    }

    static DiskStoreException failure(StoreFolder folder, Exception e) {
        if (e instanceof DiskStoreException known) {
            return known;
        }
        if (e instanceof DiskLockedException locked) {
            return new DiskStoreException(
                    DiskStoreException.Reason.LOCKED,
                    folder.file(StoreFolder.LOCK),
                    0,
                    "Store " + folder.path + " is open in " + locked.holder()
                            + ": close that one first, or use another folder",
                    locked);
        }
        if (e instanceof IOException io) {
            return DiskStoreException.failed(folder.path, io);
        }
        if (e instanceof UncheckedIOException io) {
            return DiskStoreException.failed(folder.path, new IOException(io.getMessage(), io));
        }
        throw (RuntimeException) e;
    }

    static void release(StoreFolder folder, @Nullable DiskLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("store", folder.path).log("The store's lock couldn't be given back");
        }
    }

    @Override
    public CompletionStage<Void> fresh() {
        return memory.fresh();
    }

    @Override
    public long revision() {
        return memory.revision();
    }

    @Override
    public long oldestRevision() {
        return memory.oldestRevision();
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return memory.get(kind, key);
    }

    @Override
    public StoreSnapshot snapshot() {
        return memory.snapshot();
    }

    @Override
    public StoreSnapshot snapshot(long revision) {
        return memory.snapshot(revision);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fails with {@code BadRequestException}, before anything is written, if an object is larger than
     * {@link #MAX_OBJECT_BYTES} or of a kind that the store wasn't opened with, or all of them are larger than
     * {@link #MAX_TRANSACTION_BYTES}.
     */
    @Override
    public CompletionStage<StoreOutcome> commit(StoreTransaction transaction) {
        Encoding.Prepared prepared;
        try {
            prepared = encoding.prepare(transaction);
        } catch (BadRequestException e) {
            return CompletableFuture.failedFuture(e);
        }
        return memory.commit(transaction, prepared);
    }

    @Override
    public <R extends Resource<R>> Watch watch(
            Kind<R> kind, WatchFrom from, Selection selection, Executor on, WatchListener<R> listener) {
        return memory.watch(kind, from, selection, on, listener);
    }

    @Override
    public Optional<Cause> cause(long revision) {
        return memory.cause(revision);
    }

    @Override
    public void compact(long revision) {
        memory.compact(revision);
    }

    /** What the journal has done since the store was opened. */
    public JournalUse journalUse() {
        return journal.use();
    }

    /**
     * Writes all that is stored at this moment into another folder, beside the writers. The folder then is that of a store, which
     * can be opened or {@linkplain #restore restored} from. May block.
     *
     * @return the revision that it has
     * @throws DiskStoreException if there is a store already, or the disk fails
     */
    public long backup(Path target) {
        StoreFolder other = new StoreFolder(folder.disk, target);
        try {
            other.disk.createFolder(target);
            if (!other.isEmpty()) {
                throw new DiskStoreException(
                        DiskStoreException.Reason.WRONG_FOLDER,
                        target,
                        0,
                        target + " holds a store already: back up into a new folder",
                        null);
            }
            return snapshots.copyTo(other);
        } catch (IOException e) {
            throw DiskStoreException.failed(target, e);
        }
    }

    /**
     * Reads all of a store that isn't open, and says what is wrong with it. Changes nothing.
     *
     * @throws DiskStoreException if there is none, it is open, or the disk fails
     */
    public static DiskReport verify(Path folder) {
        return Tools.verify(Environment.system().disk(), folder);
    }

    /**
     * Makes the folder of a store that isn't open as small as it can be: one snapshot of everything.
     *
     * @throws DiskStoreException if there is none, it is open or damaged, or the disk fails
     */
    public static DiskReport compact(Path folder) {
        return Tools.compact(Environment.system().disk(), folder);
    }

    /**
     * Makes a store in a new folder of a backup, or of another store that isn't open.
     *
     * @throws DiskStoreException if the backup is damaged, the target holds a store already, or the disk fails
     */
    public static DiskReport restore(Path backup, Path target) {
        return Tools.restore(Environment.system().disk(), backup, target);
    }

    /**
     * Makes a store that is damaged one that can be opened, of all that can be read: also transactions behind a damaged place are
     * taken, so that an object may be newer than one it refers to. The report says what is lost; what was there stays in the
     * folder, under names that end with {@code .damaged}.
     *
     * @throws DiskStoreException if there is none, it is open, or the disk fails
     */
    public static DiskReport salvage(Path folder) {
        return Tools.salvage(Environment.system().disk(), folder);
    }

    @Override
    public void close() {
        memory.close();
    }

    @Override
    public CompletionStage<Void> closed() {
        return tasks.ended().minimalCompletionStage();
    }
}
