package io.coxswain.store.disk;

import io.coxswain.environment.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Everything at one revision, in a file that has its name only when it is whole and durable.
 *
 * @param revision the revision
 * @param objects what there was
 * @param bytes how large the file is
 */
record SnapshotFile(long revision, List<RawObject> objects, long bytes) {
    private static final int CHUNK = 1 << 20;

    /**
     * Writes a snapshot.
     *
     * @param cancelled looked at now and then
     * @return how large the file is; 0 if it was cancelled
     */
    static long write(StoreFolder folder, long revision, Iterator<RawObject> objects, BooleanSupplier cancelled)
            throws IOException {
        Path name = folder.snapshot(revision);
        Path unfinished = name.resolveSibling(name.getFileName() + StoreFolder.UNFINISHED);
        folder.disk.delete(unfinished);
        boolean finished = false;
        try (DiskFile file = folder.disk.create(unfinished)) {
            long size = write(file, revision, objects, cancelled);
            if (size > 0) {
                file.force();
                folder.finish(unfinished, name);
                finished = true;
            }
            return size;
        } finally {
            if (!finished) {
                folder.disk.delete(unfinished);
            }
        }
    }

    private static long write(DiskFile file, long revision, Iterator<RawObject> objects, BooleanSupplier cancelled)
            throws IOException {
        file.write(0, new FileHeader(FileHeader.Type.SNAPSHOT, revision).bytes());
        FrameBuffer frames = new FrameBuffer();
        BodyWriter body = new BodyWriter();
        int position = FileHeader.SIZE;
        long count = 0;
        while (objects.hasNext()) {
            RawObject object = objects.next();
            Encoding.write(object, body);
            frames.add(object.revision(), body);
            count++;
            if (frames.size() >= CHUNK) {
                position = append(file, frames, position);
                if (cancelled.getAsBoolean()) {
                    return 0;
                }
            }
        }
        body.begin(Body.END);
        body.number(count);
        body.end();
        frames.add(Math.max(1, revision), body);
        return append(file, frames, position);
    }

    private static int append(DiskFile file, FrameBuffer frames, int position) throws IOException {
        int end = position + frames.size();
        if (end < position) {
            throw new IOException("a snapshot is larger than 2 GiB, the most that can be read: delete something");
        }
        file.write(position, frames.at(position));
        frames.clear();
        return end;
    }

    /** @throws DiskStoreException if the file is damaged or of another version */
    static SnapshotFile read(StoreFolder folder, Path path) throws IOException {
        ByteBuffer file = folder.read(path);
        FileHeader header = FileHeader.read(path, file, FileHeader.Type.SNAPSHOT);
        FrameScan scan = new FrameScan(file, FileHeader.SIZE);
        List<RawObject> objects = new ArrayList<>();
        while (scan.next()) {
            try {
                if (Body.type(scan.body()) == Body.END) {
                    requireAll(path, scan, objects.size());
                    return new SnapshotFile(header.revision(), objects, file.limit());
                }
                objects.add(Body.object(scan.revision(), scan.body()));
            } catch (RuntimeException e) {
                throw e instanceof DiskStoreException ? e : notAnObject(path, scan, e);
            }
        }
        throw DiskStoreException.damaged(path, scan.position(), "an object of the snapshot can't be read");
    }

    private static void requireAll(Path path, FrameScan scan, int found) {
        long count = Body.objectCount(scan.body());
        if (count != found) {
            throw DiskStoreException.damaged(
                    path, scan.offset(), "it should have " + count + " objects and has " + found);
        }
    }

    private static DiskStoreException notAnObject(Path path, FrameScan scan, RuntimeException cause) {
        return DiskStoreException.damaged(
                path, scan.offset(), "what should be an object isn't one, " + cause.getMessage());
    }

    /** What can be read of a snapshot that is damaged. */
    static List<RawObject> salvage(StoreFolder folder, Path path) throws IOException {
        FrameScan scan = new FrameScan(folder.read(path), FileHeader.SIZE);
        List<RawObject> objects = new ArrayList<>();
        while (scan.next() || scan.skipToFrame()) {
            try {
                objects.add(Body.object(scan.revision(), scan.body()));
            } catch (RuntimeException notAnObject) {
                // the end, or a frame inside of another one's body
            }
        }
        return objects;
    }
}
