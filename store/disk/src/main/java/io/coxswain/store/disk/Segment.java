package io.coxswain.store.disk;

import io.coxswain.environment.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A segment of the journal that is written to: a file of its final size, filled with zeros when it was made, so that a force
 * has nothing to write but what was appended.
 */
final class Segment implements AutoCloseable {
    private static final int ZEROS = 1 << 20;

    final Path path;
    final int size;
    private final DiskFile file;
    private int position;

    private Segment(Path path, DiskFile file, int size, int position) {
        this.path = path;
        this.file = file;
        this.size = size;
        this.position = position;
    }

    /** Makes the file that a segment will be; durable but for its name, which doesn't count yet. */
    static Segment prepare(StoreFolder folder, String unfinishedName, int size) throws IOException {
        Path path = folder.file(unfinishedName);
        folder.disk.delete(path);
        DiskFile file = folder.disk.create(path);
        try {
            zero(file, 0, size);
            file.force();
            return new Segment(path, file, size, FileHeader.SIZE);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Makes this prepared file the segment that begins with a revision. */
    Segment begin(StoreFolder folder, long firstRevision) throws IOException {
        Path name = folder.segment(firstRevision);
        file.write(0, new FileHeader(FileHeader.Type.JOURNAL, firstRevision).bytes());
        file.force();
        folder.finish(path, name);
        return new Segment(name, file, size, FileHeader.SIZE);
    }

    /**
     * Goes on with a segment whose frames were read up to a position. Writes again what was read and zeros behind it: it may
     * have been read from the system's memory, and if a force failed on it, only what is written again is forced.
     */
    static Segment resume(StoreFolder folder, Path path, ByteBuffer content, int position) throws IOException {
        DiskFile file = folder.disk.open(path);
        try {
            file.write(0, content.slice(0, position));
            zero(file, position, content.limit());
            file.force();
            return new Segment(path, file, content.limit(), position);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static void zero(DiskFile file, int from, int to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(ZEROS, Math.max(0, to - from)));
        for (int at = from; at < to; at += ZEROS) {
            file.write(at, zeros.clear().limit(Math.min(zeros.capacity(), to - at)));
        }
    }

    int position() {
        return position;
    }

    boolean hasRoom(int bytes) {
        return size - position >= bytes;
    }

    /** Appends bytes and makes them durable. If it fails, it isn't known whether they are. */
    void append(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        file.write(position, bytes);
        file.force();
        position += length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
