package io.coxswain.store.disk;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Reads the frames of a file one after the other, and says how they end.
 *
 * <p>A loss of power leaves of the last group that was being forced any of its sectors; the others are as before, which is
 * zeros. So what doesn't read as a frame was torn if a piece of it that lies in one sector is all zeros, and nothing of a later
 * group follows, as that was begun only after the force of this one. Everything else is damage: bits that have changed, or
 * sectors that went back to what they were.
 */
final class FrameScan {
    /** What a disk writes as a whole, at least. */
    static final int SECTOR = 512;

    /** How a file ends. */
    enum Ending {
        /** With zeros, or its end. */
        CLEAN,
        /** With a group that wasn't wholly written. */
        TORN,
        /** With something that was written and has changed. */
        DAMAGED
    }

    private final ByteBuffer file;
    private final CRC32C crc = new CRC32C();
    private final byte[] header = new byte[FrameBuffer.HEADER];
    private final ByteBuffer headerFields = ByteBuffer.wrap(header);

    private int position;
    private int current;
    private int currentLength;

    /** @param from where the first frame begins */
    FrameScan(ByteBuffer file, int from) {
        this.file = file;
        this.position = from;
    }

    /** Goes on to the next frame, if there is one where it should be. */
    boolean next() {
        if (!isFrame(position)) {
            return false;
        }
        current = position;
        currentLength = file.getInt(position);
        position = Math.min(file.limit(), position + FrameBuffer.paddedSize(currentLength));
        return true;
    }

    /** Goes back: the frame isn't what should be there. */
    void reject() {
        position = current;
    }

    /** Goes on to the next place that has a frame, whatever lies between. */
    boolean skipToFrame() {
        for (int at = align(position); at <= file.limit() - FrameBuffer.HEADER; at += 8) {
            if (isFrame(at)) {
                position = at;
                return next();
            }
        }
        return false;
    }

    private static int align(int position) {
        return position + 7 & ~7;
    }

    /** Where the next frame should be. */
    int position() {
        return position;
    }

    /** Where the present frame is. */
    int offset() {
        return current;
    }

    long revision() {
        return file.getLong(current + 8);
    }

    ByteBuffer body() {
        return file.slice(current + FrameBuffer.HEADER, currentLength);
    }

    private boolean isFrame(int at) {
        return isHeader(at) && isBody(at, file.getInt(at));
    }

    private boolean isHeader(int at) {
        if (file.limit() - at < FrameBuffer.HEADER) {
            return false;
        }
        int length = file.getInt(at);
        if (length < 1 || length > file.limit() - at - FrameBuffer.HEADER || file.getLong(at + 8) < 1) {
            return false;
        }
        file.get(at, header);
        int expected = headerFields.getInt(4);
        return expected == FrameBuffer.checksum(crc, header, headerFields);
    }

    private boolean isBody(int at, int length) {
        crc.reset();
        crc.update(file.slice(at + FrameBuffer.HEADER, length));
        return (int) crc.getValue() == file.getInt(at + 20);
    }

    /** Behind the last byte that isn't zero. */
    int used() {
        int end = file.limit();
        while (end > position && file.get(end - 1) == 0) {
            end--;
        }
        return end;
    }

    /** How the file ends where no frame follows. */
    Ending ending() {
        if (isZero(position, file.limit())) {
            return Ending.CLEAN;
        }
        if (laterGroupFollows()) {
            return Ending.DAMAGED;
        }
        return isTorn() ? Ending.TORN : Ending.DAMAGED;
    }

    private boolean isTorn() {
        int headerEnd = position + FrameBuffer.HEADER;
        if (headerEnd > file.limit()) {
            return false;
        }
        if (!isHeader(position)) {
            return file.getLong(position) == 0 || file.getLong(position + 8) == 0 || file.getLong(position + 16) == 0;
        }
        int end = headerEnd + file.getInt(position);
        return file.get(end - 1) == 0 || hasUnwrittenPiece(end);
    }

    /** Whether a frame follows that was begun after what should be here had been forced. */
    private boolean laterGroupFollows() {
        for (int at = align(position) + 8; at <= file.limit() - FrameBuffer.HEADER; at += 8) {
            if (file.getInt(at + 16) > position && isFrame(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasUnwrittenPiece(int end) {
        for (int from = position; from < end; ) {
            int to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            if (isZero(from, to)) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private boolean isZero(int from, int to) {
        int at = from;
        for (; at <= to - 8; at += 8) {
            if (file.getLong(at) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (file.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
