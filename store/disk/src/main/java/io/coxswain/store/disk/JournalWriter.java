package io.coxswain.store.disk;

import io.coxswain.environment.Environment;
import io.coxswain.error.ApiException;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.store.memory.CommitJournal;
import io.coxswain.store.memory.JournalBatch;
import io.coxswain.store.memory.JournaledCommit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what was committed and forces it, once for all that has come meanwhile: while one force runs, the next group
 * gathers.
 *
 * <p>{@code append} is called under the store's baton: it queues the batch and sees to it that a task runs. The task, one at a
 * time ({@code working} is taken before it is queued and given back before it looks at the queue for the last time), owns all
 * other state. What can't be kept makes the journal broken for good: nothing is tried again, as a force that fails leaves in
 * doubt what was written before it, and one that succeeds afterwards says nothing about it.
 */
final class JournalWriter implements CommitJournal {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    /** So much is written with one force at most, and by one transaction more. */
    private static final int GROUP_BYTES = 4 << 20;

    private static final String SPARE = "spare" + StoreFolder.UNFINISHED;
    private static final String NEXT = "next" + StoreFolder.UNFINISHED;

    private final StoreFolder folder;
    private final Encoding encoding;
    private final Tasks tasks;
    private final int segmentBytes;
    private final LongConsumer written;
    private final Executor worker;
    private final Executor spareWorker;
    private final ConcurrentLinkedQueue<JournalBatch> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicReference<@Nullable Segment> spare = new AtomicReference<>();
    /** From when a spare is asked for until it is used, so that never two have its name. */
    private final AtomicBoolean spareWanted = new AtomicBoolean();

    private final FrameBuffer frames = new FrameBuffer();
    private final BodyWriter body = new BodyWriter();
    private @Nullable Segment current;
    private @Nullable Throwable broken;
    private int commits;

    /** Written by the task only. */
    private volatile JournalUse use = JournalUse.NONE;

    /**
     * A journal.
     *
     * @param current the segment to go on with; {@code null} to begin one
     * @param written is told how many bytes were made durable, each time
     */
    JournalWriter(
            Environment environment,
            StoreFolder folder,
            Encoding encoding,
            Tasks tasks,
            int segmentBytes,
            @Nullable Segment current,
            LongConsumer written) {
        this.folder = folder;
        this.encoding = encoding;
        this.tasks = tasks;
        this.segmentBytes = segmentBytes;
        this.current = current;
        this.written = written;
        this.worker = environment.blocking("journal", 1);
        this.spareWorker = environment.blocking("journal-spare", 1);
        prepareSpare();
    }

    @Override
    public void append(JournalBatch batch) {
        queue.add(batch);
        work();
    }

    @Override
    public void close() {
        tasks.close();
    }

    private void work() {
        if (!working.get() && working.compareAndSet(false, true)) {
            tasks.run(worker, this::run);
        }
    }

    private void run() {
        do {
            while (!queue.isEmpty()) {
                writeGroup();
            }
            working.set(false);
        } while (!queue.isEmpty() && working.compareAndSet(false, true));
    }

    private void writeGroup() {
        List<JournalBatch> group = new ArrayList<>();
        frames.clear();
        commits = 0;
        for (JournalBatch batch = queue.poll(); batch != null; batch = queue.poll()) {
            if (broken != null) {
                fail(batch, broken);
                continue;
            }
            group.add(batch);
            encode(batch, group);
            if (frames.size() >= GROUP_BYTES) {
                break;
            }
        }
        if (!group.isEmpty()) {
            write(group);
        }
    }

    private void encode(JournalBatch batch, List<JournalBatch> group) {
        int before = frames.size();
        try {
            for (JournaledCommit commit : batch.commits()) {
                commits++;
                encoding.write(commit, body);
                frames.add(commit.revision(), body);
            }
        } catch (RuntimeException | Error e) {
            frames.truncate(before);
            group.remove(batch);
            breakAt(e);
            fail(batch, e);
        }
    }

    private void write(List<JournalBatch> group) {
        Segment segment;
        try {
            segment = segmentFor(frames.size(), group.get(0).commits().get(0).revision());
        } catch (IOException | RuntimeException e) {
            breakAt(e);
            group.forEach(batch -> fail(batch, e));
            return;
        }
        try {
            segment.append(frames.at(segment.position()));
        } catch (IOException | RuntimeException e) {
            breakAt(e);
            group.forEach(batch -> batch.failed(new RequestTimeoutException(
                    "The store's disk failed, and it isn't known whether the transaction is on it: " + e.getMessage(),
                    e)));
            return;
        }
        written.accept(frames.size());
        use = use.plus(commits, frames.size());
        group.get(group.size() - 1).durable();
    }

    private void breakAt(Throwable cause) {
        if (broken == null) {
            broken = cause;
            LOG.atError()
                    .setCause(cause)
                    .addKeyValue("store", folder.path)
                    .log("The journal failed; the store takes no more writes until it is opened again");
        }
    }

    private static void fail(JournalBatch batch, Throwable cause) {
        ApiException failure = new ServiceUnavailableException(
                "The store's journal failed, nothing of the transaction was written: " + cause.getMessage(), cause);
        batch.failed(failure);
    }

    private Segment segmentFor(int bytes, long firstRevision) throws IOException {
        Segment segment = current;
        if (segment != null && segment.hasRoom(bytes)) {
            return segment;
        }
        if (segment != null) {
            current = null;
            segment.close();
        }
        Segment prepared = spare.getAndSet(null);
        boolean usedSpare = prepared != null;
        if (prepared == null || !prepared.hasRoom(bytes)) {
            close(prepared);
            int size = Math.max(segmentBytes, Math.addExact(FileHeader.SIZE, bytes));
            prepared = Segment.prepare(folder, NEXT, size);
        }
        segment = prepared.begin(folder, firstRevision);
        current = segment;
        if (usedSpare) {
            spareWanted.set(false);
        }
        prepareSpare();
        return segment;
    }

    /** Has the next segment ready before it is needed, as to fill a file takes as long as many forces. */
    private void prepareSpare() {
        if (spareWanted.compareAndSet(false, true)) {
            tasks.run(spareWorker, this::makeSpare);
        }
    }

    private void makeSpare() {
        if (tasks.isClosing()) {
            return;
        }
        try {
            spare.set(Segment.prepare(folder, SPARE, segmentBytes));
        } catch (IOException | RuntimeException e) {
            spareWanted.set(false);
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("store", folder.path)
                    .log("The next segment of the journal couldn't be prepared; it is tried again when it is needed");
        }
    }

    JournalUse use() {
        return use;
    }

    /** The last thing, when no task runs any more. */
    void release() {
        close(current);
        close(spare.getAndSet(null));
    }

    private void close(@Nullable Segment segment) {
        try {
            if (segment != null) {
                segment.close();
            }
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("segment", segment.path).log("A segment couldn't be closed");
        }
    }
}
