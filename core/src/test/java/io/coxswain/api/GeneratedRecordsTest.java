package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedRecordsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /** Formatting apart; so a change by hand, or one of the script that wasn't run, is found. */
    @Test
    void recordsAreWhatTheScriptWrites(@TempDir Path folder) throws IOException, InterruptedException {
        Path fields = Conformance.folder().resolve("api/fields.json");
        Path types = Conformance.folder().resolveSibling("spec/openapi/types-1.32.json");
        Assumptions.assumeTrue(Files.exists(fields) && Files.exists(types), () -> "No facts at " + types);
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "core/src/codegen/GenerateRecords.java",
                        types.toString(),
                        fields.toString(),
                        folder.toString())
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertTrue(script.waitFor(1, TimeUnit.MINUTES));
        assertEquals("", Files.readString(folder.resolve("output")));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(written.size() > 100);
            for (Path file : written) {
                Path committed = PROJECT.resolve("core/src/main/java").resolve(folder.relativize(file));
                assertEquals(words(file), words(committed), committed.toString());
            }
        }
    }

    private static String words(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s+", "");
    }
}
