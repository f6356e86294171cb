package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FileHeaderTest {
    private static final Path FILE = Path.of("file");

    /** Makes the header one of another version, with the checksum that this has. */
    static void withVersion(ByteBuffer header, int version) {
        header.putInt(8, version).putInt(12, 0);
        CRC32C crc = new CRC32C();
        crc.update(header.slice(0, 24));
        header.putInt(12, (int) crc.getValue());
    }

    private static DiskStoreException.Reason refusal(ByteBuffer header) {
        return assertThrows(DiskStoreException.class, () -> FileHeader.read(FILE, header, FileHeader.Type.JOURNAL))
                .reason();
    }

    @Test
    void isReadAsWritten() {
        FileHeader header = new FileHeader(FileHeader.Type.JOURNAL, 4711);
        assertEquals(header, FileHeader.read(FILE, header.bytes(), FileHeader.Type.JOURNAL));
    }

    @Test
    void everyFlippedBitOfWhatCountsIsNoticed() {
        for (int bit = 0; bit < 8 * 24; bit++) {
            ByteBuffer header = new FileHeader(FileHeader.Type.JOURNAL, 4711).bytes();
            header.put(bit / 8, (byte) (header.get(bit / 8) ^ 1 << bit % 8));
            assertEquals(DiskStoreException.Reason.DAMAGED, refusal(header), "bit " + bit);
        }
    }

    @Test
    void otherVersionAndOtherTypeAreRefused() {
        ByteBuffer header = new FileHeader(FileHeader.Type.JOURNAL, 1).bytes();
        withVersion(header, 2);
        assertEquals(DiskStoreException.Reason.UNKNOWN_VERSION, refusal(header));
        assertEquals(DiskStoreException.Reason.DAMAGED, refusal(new FileHeader(FileHeader.Type.SNAPSHOT, 1).bytes()));
        assertEquals(DiskStoreException.Reason.DAMAGED, refusal(ByteBuffer.allocate(10)));
    }
}
