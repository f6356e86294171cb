package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every disk promises while nothing goes wrong. */
public abstract class DiskContractTest {

    protected abstract Disk disk();

    protected abstract Path folder();

    protected static void write(DiskFile file, long position, String text) throws IOException {
        file.write(position, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    protected static String read(DiskFile file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) file.size() + 1);
        while (file.read(bytes.position(), bytes) > 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    protected void put(String name, String text) throws IOException {
        try (DiskFile file = disk().create(folder().resolve(name))) {
            write(file, 0, text);
            file.force();
        }
    }

    protected String get(String name) throws IOException {
        try (DiskFile file = disk().open(folder().resolve(name))) {
            return read(file);
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        try (DiskFile file = disk().create(folder().resolve("a"))) {
            write(file, 0, "hello");
            write(file, 3, "p me");
            assertEquals(7, file.size());
            assertEquals("help me", read(file));
            assertEquals(0, file.read(7, ByteBuffer.allocate(1)));
            assertEquals(0, file.read(100, ByteBuffer.allocate(1)));
            write(file, 9, "!");
            assertEquals("help me\0\0!", read(file));
        }
        assertEquals("help me\0\0!", get("a"));
    }

    @Test
    void fileIsMadeOnceAndOpenedIfItIsThere() throws IOException {
        assertThrows(NoSuchFileException.class, () -> disk().open(folder().resolve("a")));
        put("a", "x");
        assertThrows(FileAlreadyExistsException.class, () -> disk().create(folder().resolve("a")));
        assertTrue(disk().exists(folder().resolve("a")));
        disk().delete(folder().resolve("a"));
        disk().delete(folder().resolve("a"));
        assertFalse(disk().exists(folder().resolve("a")));
    }

    @Test
    void renameTakesThePlaceOfAnother() throws IOException {
        put("a", "old");
        put("b", "new");
        disk().rename(folder().resolve("b"), folder().resolve("a"));
        disk().forceFolder(folder());
        assertEquals("new", get("a"));
        assertEquals(List.of("a"), disk().list(folder()));
    }

    @Test
    void namesAreSorted() throws IOException {
        put("b", "");
        put("a", "");
        Path inner = folder().resolve("c/d");
        disk().createFolder(inner);
        disk().createFolder(inner);
        assertTrue(disk().exists(inner));
        assertEquals(List.of("a", "b", "c"), disk().list(folder()));
        assertEquals(List.of(), disk().list(folder().resolve("nowhere")));
    }

    @Test
    void lockHasOneHolderWhomTheOtherIsTold() throws IOException {
        Path file = folder().resolve("lock");
        DiskLock lock = disk().lock(file);
        for (int i = 0; i < 2; i++) {
            DiskLockedException refused = assertThrows(DiskLockedException.class, () -> disk().lock(file));
            assertTrue(refused.getMessage().contains("process"), refused.getMessage());
            assertFalse(refused.holder().isEmpty());
        }
        lock.close();
        lock.close();
        disk().lock(file).close();
    }

    @Test
    void closedFileRefuses() throws IOException {
        DiskFile file = disk().create(folder().resolve("a"));
        file.close();
        file.close();
        assertThrows(IOException.class, file::size);
        assertThrows(IOException.class, () -> write(file, 0, "x"));
    }
}
