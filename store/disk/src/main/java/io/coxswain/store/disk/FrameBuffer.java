package io.coxswain.store.disk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Frames on their way to a file. One thread's.
 *
 * <p>A frame is a header of {@value #HEADER} bytes, a body, and zeros up to a multiple of 8. The header is:
 *
 * <pre>
 *  0  int   length of the body, at least 1
 *  4  int   CRC32C of the other 20 bytes of the header
 *  8  long  revision, at least 1
 * 16  int   where in the file the group begins that was written and forced with this frame
 * 20  int   CRC32C of the body
 * </pre>
 *
 * <p>None of its three words is zero, and neither is the body's last byte. So of a frame that was written not even the
 * smallest piece that a sector can hold is all zeros, and a frame with such a piece was torn: {@link FrameScan} relies on it.
 */
final class FrameBuffer {
    static final int HEADER = 24;
    private static final int FIRST_CAPACITY = 64 << 10;
    /** What a rare large group needed isn't kept for all the small ones after it. */
    private static final int KEPT_CAPACITY = 8 << 20;

    private final CRC32C crc = new CRC32C();
    private final byte[] header = new byte[HEADER];
    private final ByteBuffer headerFields = ByteBuffer.wrap(header);
    private ByteBuffer bytes = ByteBuffer.allocateDirect(FIRST_CAPACITY);

    void clear() {
        bytes = bytes.capacity() > KEPT_CAPACITY ? ByteBuffer.allocateDirect(FIRST_CAPACITY) : bytes.clear();
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    int size() {
        return bytes.position();
    }

    static int paddedSize(int bodySize) {
        return HEADER + bodySize + 7 & ~7;
    }

    /** Adds a frame. */
    void add(long revision, BodyWriter body) {
        int start = bytes.position();
        int end = Math.addExact(start, paddedSize(body.size()));
        ensure(end);
        crc.reset();
        crc.update(body.bytes(), 0, body.size());
        bytes.putInt(body.size()).putInt(0).putLong(revision).putInt(0).putInt((int) crc.getValue());
        bytes.put(body.bytes(), 0, body.size());
        while (bytes.position() < end) {
            bytes.put((byte) 0);
        }
    }

    /** Takes back the frames that were added since it had this size. */
    void truncate(int size) {
        bytes.position(size);
    }

    private void ensure(int capacity) {
        if (bytes.capacity() < capacity) {
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(capacity, bytes.capacity() * 2));
            larger.put(bytes.flip());
            bytes = larger;
        }
    }

    /** All frames, ready to be written at this place of a file as one group. */
    ByteBuffer at(int position) {
        for (int start = 0; start < bytes.position(); ) {
            bytes.putInt(start + 16, position);
            bytes.putInt(start + 4, headerChecksum(start));
            start += paddedSize(bytes.getInt(start));
        }
        return bytes.duplicate().flip();
    }

    private int headerChecksum(int start) {
        bytes.get(start, header);
        return checksum(crc, header, headerFields);
    }

    /** The checksum of a header, whatever it has in its place. */
    static int checksum(CRC32C crc, byte[] header, ByteBuffer headerFields) {
        headerFields.putInt(4, 0);
        crc.reset();
        crc.update(header, 0, HEADER);
        return (int) crc.getValue();
    }
}
