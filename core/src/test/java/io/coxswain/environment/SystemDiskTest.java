package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemDiskTest extends DiskContractTest {

    @TempDir
    Path folder;

    @Override
    protected Disk disk() {
        return Environment.system().disk();
    }

    @Override
    protected Path folder() {
        return folder;
    }

    @Test
    void lockOfAnotherProcessIsSeenAndEndsWithIt() throws Exception {
        Path file = folder.resolve("lock");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('L', other.getInputStream().read());
            DiskLockedException refused = assertThrows(DiskLockedException.class, () -> disk().lock(file));
            assertTrue(refused.holder().startsWith("process " + other.pid() + " on "), refused.holder());
            assertTrue(refused.holder().contains(", started "), refused.holder());
        } finally {
            other.destroyForcibly();
            assertTrue(other.waitFor(20, TimeUnit.SECONDS));
        }
        DiskLock lock = disk().lock(file);
        assertTrue(Files.readString(file)
                .startsWith("process " + ProcessHandle.current().pid() + " on "));
        lock.close();
        assertEquals("", Files.readString(file).strip());
    }

    /** Takes a lock, says so, and keeps it until it is killed or its parent is gone. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] args) throws IOException {
            DiskLock lock = Environment.system().disk().lock(Path.of(args[0]));
            System.out.write('L');
            System.out.flush();
            while (System.in.read() >= 0) {}
            lock.close();
        }
    }
}
