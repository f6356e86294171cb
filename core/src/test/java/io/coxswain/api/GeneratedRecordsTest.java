package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.conformance.Conformance;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedRecordsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /** Formatting apart; so a change by hand, or one of the script that wasn't run, is found. */
    @Test
    void recordsAreWhatTheScriptWrites(@TempDir Path folder) throws Exception {
        Path fields = Conformance.folder().resolve("api/fields.json");
        Path types = Conformance.folder().resolveSibling("spec/openapi/types-1.32.json");
        Assumptions.assumeTrue(Files.exists(fields) && Files.exists(types), () -> "No facts at " + types);
        run(types, fields, folder);
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

    /** Runs the script in this JVM, so that no other process has to be waited for. */
    private static void run(Path types, Path fields, Path folder) throws Exception {
        Path script = PROJECT.resolve("core/src/codegen/GenerateRecords.java");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), script.toString());
        assertEquals(0, failed);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Method main = loader.loadClass("GenerateRecords").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            String[] arguments = {types.toString(), fields.toString(), PROJECT.toString(), folder.toString()};
            main.invoke(null, (Object) arguments);
        }
    }

    private static String words(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\s+", "");
    }
}
