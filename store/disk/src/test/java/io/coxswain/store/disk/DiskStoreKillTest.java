package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.conformance.Effort;
import io.coxswain.environment.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at any moment: what it was told of is found again, and nothing by halves. */
class DiskStoreKillTest {
    private static final int ROUNDS = Effort.of(2, 20, 200);
    private static final int ROUNDS_PER_WORD = 10;
    private static final int MOST_ACKNOWLEDGED = 3_000;

    @TempDir
    Path folder;

    @Test
    void whatAKilledProcessWasToldOfIsFoundAgain() throws Exception {
        SplittableRandom random = new SplittableRandom(42);
        long before = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            long acknowledged = Math.max(before, killed(1 + random.nextInt(MOST_ACKNOWLEDGED)));
            before = check(acknowledged, round);
            if (round % ROUNDS_PER_WORD == 0) {
                System.out.println("killed writer: " + round + " of " + ROUNDS + " rounds, revision " + before);
            }
        }
    }

    /** Runs a writer, kills it when it has said so many revisions, and returns the last one that it said. */
    private long killed(int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader said = writer.inputReader()) {
            int count = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (++count == lines) {
                    writer.toHandle().destroyForcibly(); // the process itself would close the stream, too
                }
                last = Math.max(last, lastOf(line, last));
            }
            assertTrue(count >= lines, "the writer ended by itself after " + count + " revisions");
        } finally {
            writer.destroyForcibly();
            assertTrue(writer.waitFor(30, TimeUnit.SECONDS));
        }
        return last;
    }

    /** The killed process may have written half of its last line, which is then a smaller number. */
    private static long lastOf(String line, long otherwise) {
        return line.isEmpty() ? otherwise : Long.parseLong(line);
    }

    private long check(long acknowledged, int round) {
        DiskStore store = KilledWriter.recipe(folder).open(Environment.system(), DiskSimulation.KINDS);
        try {
            long revision = store.revision();
            assertTrue(
                    revision >= acknowledged,
                    "round " + round + ": acknowledged " + acknowledged + ", found only " + revision);
            assertEquals(revision, number(store, "last"), "round " + round);
            for (int name = 0; name < KilledWriter.NAMES; name++) {
                long expected = revision - Math.floorMod(revision - name, (long) KilledWriter.NAMES);
                if (expected > 0) {
                    assertEquals(expected, number(store, "n" + name), "round " + round + ", revision " + revision);
                }
            }
            return revision;
        } finally {
            store.close();
            Environment.system().await(store.closed(), Duration.ofSeconds(30));
        }
    }

    private static long number(DiskStore store, String name) {
        return store.get(Note.KIND, Note.key(name)).resource().number();
    }
}
