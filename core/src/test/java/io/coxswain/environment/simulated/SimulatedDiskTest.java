package io.coxswain.environment.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Disk;
import io.coxswain.environment.DiskContractTest;
import io.coxswain.environment.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedDiskTest extends DiskContractTest {
    private final Path folder = Path.of("/state");
    private SimulatedDisk disk = new SimulatedDisk(1);

    @Override
    protected Disk disk() {
        return disk;
    }

    @Override
    protected Path folder() {
        return folder;
    }

    @ParameterizedTest
    @EnumSource(DiskLoss.class)
    void whatWasForcedSurvives(DiskLoss loss) throws IOException {
        put("a", "forced");
        disk.forceFolder(folder);
        disk.restart(loss);
        assertEquals("forced", get("a"));
    }

    @Test
    void withoutForceFileOrNameIsLost() throws IOException {
        put("named", "");
        disk.forceFolder(folder);
        put("nameless", "x");
        try (DiskFile file = disk.open(folder.resolve("named"))) {
            write(file, 0, "unforced");
            disk.rename(folder.resolve("named"), folder.resolve("renamed"));
        }
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals(List.of("named"), disk.list(folder));
        assertEquals("", get("named"));
    }

    @Test
    void renameIsLostAsAWhole() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            disk = new SimulatedDisk(seed);
            put("a", "x");
            disk.forceFolder(folder);
            disk.rename(folder.resolve("a"), folder.resolve("b"));
            disk.restart(DiskLoss.ANY_SECTORS);
            assertEquals(1, disk.list(folder).size());
            assertEquals("x", get(disk.list(folder).get(0)));
        }
    }

    @Test
    void writesAreTornAtSectorsAndReordered() throws IOException {
        TreeSet<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            disk = new SimulatedDisk(seed);
            put("a", ".".repeat(1536));
            disk.forceFolder(folder);
            try (DiskFile file = disk.open(folder.resolve("a"))) {
                write(file, 256, "x".repeat(1024));
            }
            disk.restart(DiskLoss.ANY_SECTORS);
            String left = get("a");
            seen.add("" + left.charAt(256) + left.charAt(511) + left.charAt(512) + left.charAt(1023) + left.charAt(1024)
                    + left.charAt(1279) + left.charAt(1280));
        }
        assertEquals(8, seen.size(), seen.toString());
        assertTrue(seen.contains("..xx..."));
    }

    @Test
    void latestWritesAreLostFirst() throws IOException {
        TreeSet<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk(seed);
            put("a", "..");
            disk.forceFolder(folder);
            try (DiskFile file = disk.open(folder.resolve("a"))) {
                write(file, 1, "x");
                write(file, 0, "y");
            }
            disk.restart(DiskLoss.THE_LATEST);
            seen.add(get("a"));
        }
        assertEquals(List.of("..", ".x", "yx"), new ArrayList<>(seen));
    }

    @Test
    void failedForceMakesNothingDurableEvenIfTheNextSucceeds() throws IOException {
        put("a", "old");
        disk.forceFolder(folder);
        try (DiskFile file = disk.open(folder.resolve("a"))) {
            write(file, 0, "new");
            disk.failAt(disk.calls() + 1, DiskFault.IO_ERROR);
            assertThrows(IOException.class, file::force);
            assertEquals("new", read(file));
            file.force();
        }
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals("old", get("a"));
    }

    @Test
    void writtenAgainAfterFailedForceIsForced() throws IOException {
        put("a", "old");
        disk.forceFolder(folder);
        try (DiskFile file = disk.open(folder.resolve("a"))) {
            write(file, 0, "new");
            disk.failAt(disk.calls() + 1, DiskFault.IO_ERROR);
            assertThrows(IOException.class, file::force);
            write(file, 0, "new");
            file.force();
        }
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals("new", get("a"));
    }

    @Test
    void powerLossKillsWhatIsOpen() throws IOException {
        DiskFile file = disk.create(folder.resolve("a"));
        disk.lock(folder.resolve("lock"));
        disk.failAt(disk.calls() + 1, DiskFault.POWER_LOSS);
        assertThrows(IOException.class, () -> write(file, 0, "x"));
        assertTrue(disk.isDead());
        assertThrows(IOException.class, () -> disk.list(folder));
        disk.restart(DiskLoss.NOTHING);
        assertFalse(disk.isDead());
        assertThrows(IOException.class, file::force);
        disk.lock(folder.resolve("lock")).close();
    }

    @Test
    void fullDiskTakesPart() throws IOException {
        TreeSet<Long> sizes = new TreeSet<>();
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk(seed);
            DiskFile file = disk.create(folder.resolve("a"));
            disk.failAt(disk.calls() + 1, DiskFault.NO_SPACE);
            IOException full = assertThrows(IOException.class, () -> write(file, 0, "x".repeat(1200)));
            assertTrue(full.getMessage().contains("No space"), full.getMessage());
            sizes.add(file.size());
        }
        assertEquals(new TreeSet<>(List.of(0L, 512L, 1024L)), sizes);
    }

    @Test
    void shortReadGivesLess() throws IOException {
        put("a", "abcdef");
        try (DiskFile file = disk.open(folder.resolve("a"))) {
            disk.failAt(disk.calls() + 1, DiskFault.SHORT_READ);
            assertEquals(4, file.read(0, ByteBuffer.allocate(6)));
            assertEquals("abcdef", read(file));
        }
    }

    @Test
    void flippedBitStays() throws IOException {
        put("a", "a");
        disk.forceFolder(folder);
        disk.flip(folder.resolve("a"), 1);
        disk.restart(DiskLoss.EVERYTHING);
        assertEquals("c", get("a"));
        assertThrows(IllegalArgumentException.class, () -> disk.flip(folder.resolve("a"), 8));
    }

    @Test
    void forceTakesItsTimeWhileOthersGoOn() throws IOException {
        disk.forceTime(Duration.ofMillis(5));
        try (SimulatedEnvironment environment = new SimulatedEnvironment(SimulationOptions.seeded(1), disk)) {
            List<String> order = new ArrayList<>();
            DiskFile file = disk.create(folder.resolve("a"));
            environment.workers("writer", 1).execute(() -> {
                force(file);
                order.add("forced at " + environment.nanoTime());
            });
            environment.workers("other", 1).execute(() -> order.add("other"));
            environment.advance(Duration.ofMillis(10));
            assertEquals(List.of("other", "forced at 5000000"), order);
        }
    }

    private static void force(DiskFile file) {
        try {
            file.force();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
