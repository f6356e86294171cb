package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program is ended in the middle of the crawl, by real signals. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs setsid: without it grandchildren may survive")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndOfCrawlTest {
    @TempDir
    private Path site;

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({
        "INT, 130, The cluster closes and waits for its workers to end; another Ctrl-C kills them",
        "TERM, 143, The cluster closes and waits for its workers to end",
        "KILL, 137, ''"
    })
    void nothingIsLeftOfAProgramThatGets(String signal, int code, String announced) throws Exception {
        Process program = start();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            Program.awaitLine(out, "fleet is ready");
            List<ProcessHandle> workers = program.descendants().toList();
            assertTrue(workers.size() >= 8, () -> "3 servers, 4 crawlers and a guardian: " + workers);
            new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                    .start()
                    .waitFor();
            String rest = String.join("\n", out.lines().toList());
            assertEquals(code, program.onExit().get(30, TimeUnit.SECONDS).exitValue(), rest);
            assertTrue(rest.contains(announced), rest);
            assertEquals(!announced.isEmpty(), rest.contains("stopping: "), rest);
            for (ProcessHandle worker : workers) {
                worker.onExit().get(30, TimeUnit.SECONDS);
            }
            try (Stream<Path> left = Files.list(temporary)) {
                assertEquals(List.of(), left.toList());
            }
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private Process start() throws IOException, InterruptedException {
        // where these tests run in the background of a shell they ignore Ctrl-C, and so would their children
        boolean resetsSignals = new ProcessBuilder("env", "--default-signal=INT", "true")
                        .start()
                        .waitFor()
                == 0;
        List<String> line = new ArrayList<>(resetsSignals ? List.of("env", "--default-signal=INT") : List.of());
        line.addAll(Program.line(temporary, "--site", Sites.chain(site, 50).toString(), "--rate", "1"));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }
}
