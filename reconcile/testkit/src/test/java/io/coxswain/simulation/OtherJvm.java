package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another JVM, in which {@link Traces} run. */
final class OtherJvm {
    private static final long LIMIT_SECONDS = 60;
    private static final int OLDEST = 17;
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private final Process process;
    private final Path sound;
    private final Path unsound;
    private final Path said;

    private OtherJvm(Path home, Path folder, List<String> flags) throws IOException {
        sound = Files.createTempFile(folder, "sound", ".txt");
        unsound = Files.createTempFile(folder, "unsound", ".txt");
        said = Files.createTempFile(folder, "said", ".txt");
        List<String> line = new ArrayList<>();
        line.add(home.resolve("bin").resolve("java").toString());
        line.addAll(flags);
        line.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Traces.class.getName()));
        line.addAll(List.of(sound.toString(), unsound.toString()));
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Starts the java of this JVM, with other flags. */
    static OtherJvm start(Path folder, String... flags) throws IOException {
        return start(HOME, folder, flags);
    }

    static OtherJvm start(Path home, Path folder, String... flags) throws IOException {
        return new OtherJvm(home, folder, List.of(flags));
    }

    /** What {@link Traces#sound} does there; waits for its end. */
    List<String> sound() throws IOException, InterruptedException {
        awaitEnd();
        return Files.readAllLines(sound);
    }

    /** What {@link Traces#unsound} does there; waits for its end. */
    List<String> unsound() throws IOException, InterruptedException {
        awaitEnd();
        return Files.readAllLines(unsound);
    }

    private void awaitEnd() throws InterruptedException {
        try {
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the other JVM ends in time");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), () -> read(said));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The other JDKs that are installed here and can run this code: by their version, where they are. */
    static Map<String, Path> otherJdks() throws IOException {
        List<Path> places = new ArrayList<>();
        Stream.of(System.getProperty("coxswain.jdks", "").split(File.pathSeparator))
                .forEach(place -> places.add(Path.of(place)));
        places.add(Path.of(System.getenv().getOrDefault("JAVA_HOME", "")));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> installed = Files.list(usual)) {
                installed.sorted().forEach(places::add);
            }
        }
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path place : places) {
            String version = version(place);
            if (!version.isEmpty() && !version.equals(version(HOME)) && feature(version) >= OLDEST) {
                found.putIfAbsent(version, place);
            }
        }
        return found;
    }

    /** As the JDK says itself, such as {@code 17.0.15}; empty where there is none. */
    private static String version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isRegularFile(release)) {
            return "";
        }
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            facts.load(in);
        }
        return facts.getProperty("JAVA_VERSION", "").replace("\"", "");
    }

    private static int feature(String version) {
        return Runtime.Version.parse(version).feature();
    }
}
