package io.coxswain.examples.crawler;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a JVM of its own. */
final class Program {
    private Program() {}

    /** The command line that starts it with its own manifest and these options. */
    static List<String> line(Path temporary, String... options) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                CrawlerCommand.class.getName(),
                "--manifest",
                "src/main/resources/crawler.yaml"));
        line.addAll(List.of(options));
        return line;
    }

    /** Reads until a line contains this. */
    static void awaitLine(BufferedReader out, String wanted) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(wanted)) {
                return;
            }
        }
        throw new AssertionError("the program ended: " + seen);
    }
}
