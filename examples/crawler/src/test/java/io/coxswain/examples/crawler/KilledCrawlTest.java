package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KilledCrawlTest {
    @TempDir
    private Path site;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs setsid: without it grandchildren may survive")
    void killedProgramLeavesNoProcess() throws Exception {
        Files.writeString(site.resolve("index.html"), page(1), StandardCharsets.UTF_8);
        for (int i = 1; i <= 50; i++) {
            Files.writeString(site.resolve("p" + i + ".html"), page(i + 1), StandardCharsets.UTF_8);
        }
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrawlerCommand.class.getName(),
                        "--site",
                        site.toString(),
                        "--rate",
                        "1",
                        "--manifest",
                        Path.of("src/main/resources/crawler.yaml").toString())
                .redirectErrorStream(true)
                .start();
        try {
            awaitLine(program, "fleet is ready");
            List<ProcessHandle> workers = program.descendants().toList();
            assertTrue(workers.size() >= 8, () -> "3 servers, 4 crawlers and a guardian: " + workers);
            program.destroyForcibly().onExit().get(30, TimeUnit.SECONDS);
            for (ProcessHandle worker : workers) {
                worker.onExit().get(30, TimeUnit.SECONDS);
            }
            assertEquals(0, workers.stream().filter(ProcessHandle::isAlive).count());
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private static String page(int next) {
        return "<html><body><a href=\"p" + next + ".html\">next</a></body></html>";
    }

    private static void awaitLine(Process program, String wanted) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                seen.append(line).append('\n');
                if (line.contains(wanted)) {
                    return;
                }
            }
        }
        throw new AssertionError("the program ended: " + seen);
    }
}
