package io.coxswain.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of the journal after a revision, in their order. Every segment but the last must end where the next begins;
 * the last one may end with a group that was being written when the power went, which is cut off.
 */
final class JournalReader implements Iterator<RawCommit> {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final StoreFolder folder;
    private final List<StoreFolder.Named> segments;
    private final long after;

    private int nextSegment;
    private @Nullable Path path;
    private ByteBuffer content = ByteBuffer.allocate(0);
    private FrameScan scan = new FrameScan(content, 0);
    private long expected;
    private long bytes;
    private @Nullable RawCommit next;

    /** @throws DiskStoreException if the journal begins too late to go on after this revision */
    JournalReader(StoreFolder folder, long after) throws IOException {
        this.folder = folder;
        this.after = after;
        List<StoreFolder.Named> all = folder.segments();
        int first = -1;
        for (int i = 0; i < all.size() && all.get(i).revision() <= after + 1; i++) {
            first = i;
        }
        if (first < 0 && !all.isEmpty()) {
            throw DiskStoreException.damaged(
                    folder.path,
                    0,
                    "the journal begins with revision " + all.get(0).revision() + ", and "
                            + (after == 0 ? "there is no snapshot" : "the newest snapshot is at " + after));
        }
        segments = all.subList(Math.max(0, first), all.size());
        expected = after + 1;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && advance()) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next != null;
    }

    @Override
    public RawCommit next() {
        RawCommit commit = hasNext() ? next : null;
        if (commit == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return commit;
    }

    /** Goes on by a frame or to the next segment; returns whether there was one. */
    private boolean advance() throws IOException {
        Path now = path;
        if (now != null && scan.next()) {
            RawCommit commit = transaction(now);
            expected++;
            if (commit.revision() > after) {
                bytes += scan.position() - scan.offset();
                next = commit;
            }
            return true;
        }
        if (now != null) {
            checkEnding(now);
        }
        if (nextSegment == segments.size()) {
            return false;
        }
        open(segments.get(nextSegment++));
        return true;
    }

    private RawCommit transaction(Path now) {
        if (scan.revision() != expected) {
            throw DiskStoreException.damaged(
                    now, scan.offset(), "revision " + scan.revision() + " where " + expected + " should be");
        }
        try {
            return Body.transaction(scan.revision(), scan.body());
        } catch (RuntimeException e) {
            throw DiskStoreException.damaged(
                    now, scan.offset(), "what should be a transaction isn't one, " + e.getMessage());
        }
    }

    private void open(StoreFolder.Named segment) throws IOException {
        content = folder.read(segment.path());
        FileHeader header = FileHeader.read(segment.path(), content, FileHeader.Type.JOURNAL);
        boolean isFirst = path == null;
        if (header.revision() != segment.revision() || (!isFirst && header.revision() != expected)) {
            throw DiskStoreException.damaged(
                    segment.path(),
                    16,
                    "it begins with revision " + header.revision() + ", which should be "
                            + (isFirst ? segment.revision() : expected));
        }
        path = segment.path();
        expected = header.revision();
        scan = new FrameScan(content, FileHeader.SIZE);
    }

    private void checkEnding(Path now) {
        FrameScan.Ending ending = scan.ending();
        if (ending == FrameScan.Ending.CLEAN) {
            return;
        }
        if (ending == FrameScan.Ending.DAMAGED || nextSegment < segments.size()) {
            throw DiskStoreException.damaged(
                    now, scan.position(), "revision " + expected + " can't be read; all before it can");
        }
        LOG.atWarn()
                .addKeyValue("segment", now)
                .addKeyValue("offset", scan.position())
                .addKeyValue("bytes", scan.used() - scan.position())
                .addKeyValue("revision", expected - 1)
                .log(
                        "The journal ends with a transaction that was being written and that nobody was told of; it is cut off"
                                + " after this revision");
    }

    /** The transactions of a segment that can be read, also those behind what can't. */
    static List<RawCommit> salvage(StoreFolder folder, Path segment) throws IOException {
        FrameScan scan = new FrameScan(folder.read(segment), FileHeader.SIZE);
        List<RawCommit> commits = new ArrayList<>();
        while (scan.next() || scan.skipToFrame()) {
            try {
                commits.add(Body.transaction(scan.revision(), scan.body()));
            } catch (RuntimeException notATransaction) {
                // a frame inside of another one's body
            }
        }
        return commits;
    }

    /** At the end: the newest revision. */
    long lastRevision() {
        return Math.max(after, expected - 1);
    }

    /** At the end: how many bytes the transactions after the revision have. */
    long bytes() {
        return bytes;
    }

    /** At the end: the segment to go on with; {@code null} if another one has to be begun. */
    @Nullable
    Segment resume() throws IOException {
        Path last = path;
        return last == null || expected - 1 < after ? null : Segment.resume(folder, last, content, scan.position());
    }
}
