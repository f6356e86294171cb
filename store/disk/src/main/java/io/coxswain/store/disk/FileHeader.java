package io.coxswain.store.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first {@value #SIZE} bytes of each file: what it is, the version of its format, a revision, a checksum.
 *
 * @param type what the file is
 * @param revision the first that a segment may hold, or that of a snapshot
 */
record FileHeader(Type type, long revision) {
    static final int SIZE = 64;
    static final int VERSION = 1;

    private static final int CHECKED = 24;

    /** What a file is, in eight letters at its beginning. */
    enum Type {
        JOURNAL("CXJOURNL"),
        SNAPSHOT("CXSNAPSH");

        private final String letters;

        Type(String letters) {
            this.letters = letters;
        }

        private byte[] magic() {
            return letters.getBytes(StandardCharsets.US_ASCII);
        }
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.put(type.magic()).putInt(VERSION).putInt(0).putLong(revision);
        bytes.putInt(12, checksum(bytes));
        return bytes.clear();
    }

    /** @throws DiskStoreException if the file isn't of this type and a known version, or its header is damaged */
    static FileHeader read(Path path, ByteBuffer file, Type type) {
        if (file.limit() < SIZE) {
            throw DiskStoreException.damaged(path, file.limit(), "its header is cut off");
        }
        byte[] magic = new byte[type.letters.length()];
        file.get(0, magic);
        if (!Arrays.equals(magic, type.magic())) {
            throw DiskStoreException.damaged(path, 0, "it doesn't begin as a " + type + " file does");
        }
        int version = file.getInt(8);
        boolean intact = file.getInt(12) == checksum(file);
        if (version != VERSION && intact) {
            throw new DiskStoreException(
                    DiskStoreException.Reason.UNKNOWN_VERSION,
                    path,
                    8,
                    path + " has format version " + version + ", this library knows version " + VERSION
                            + ": use the version of the library that wrote it, or a later one",
                    null);
        }
        if (!intact) {
            throw DiskStoreException.damaged(path, 8, "the checksum of its header is wrong");
        }
        return new FileHeader(type, file.getLong(16));
    }

    private static int checksum(ByteBuffer file) {
        ByteBuffer copy = ByteBuffer.allocate(CHECKED);
        copy.put(file.slice(0, CHECKED)).putInt(12, 0);
        CRC32C crc = new CRC32C();
        crc.update(copy.flip());
        return (int) crc.getValue();
    }
}
