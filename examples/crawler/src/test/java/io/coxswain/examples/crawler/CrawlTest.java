package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole crawl of a small site, with all its troubles and with real processes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrawlTest {
    @TempDir
    private Path folder;

    @Test
    void everyPageIsCrawledAndTheSummaryTellsWhatHappened() throws Exception {
        Path summary = folder.resolve("summary.json");
        Captured done = Captured.run(
                "--site",
                Sites.chain(folder, 12).toString(),
                "--rate",
                "0",
                "--logs",
                "--manifest",
                "src/main/resources/crawler.yaml",
                "--summary",
                summary.toString());
        assertEquals(0, done.code(), done::toString);
        Map<String, String> told = Summary.read(summary);
        assertEquals("0", told.get("pagesLost"), told::toString);
        assertEquals("12", told.get("distinctPages"), told::toString);
        assertEquals("1", told.get("brokenLinks"), told::toString);
        assertEquals("2", told.get("restarts"), told::toString);
        assertTrue(Double.parseDouble(told.get("rollout.seconds")) > 0, told::toString);
        assertTrue(Double.parseDouble(told.get("killToReadySeconds[1]")) > 0, told::toString);
        assertTrue(told.keySet().stream().anyMatch(name -> name.startsWith("endpoints.site-")), told::toString);
        assertTrue(
                told.keySet()
                        .containsAll(List.of(
                                "pages",
                                "pagesCrawledTwice",
                                "rollout.failedRequests",
                                "killToReadySeconds[0]",
                                "seconds")),
                told::toString);
        assertTrue(done.out().contains("deployment/crawler created"), done::out);
        assertTrue(
                done.out().lines().anyMatch(line -> line.matches("\\[crawler-\\S+] crawling http://127\\..*")),
                done::out);
        assertEquals(-1, done.out().indexOf('\u001b'), done::out);
        for (ProcessHandle left : ProcessHandle.current().descendants().toList()) {
            left.onExit().get(30, TimeUnit.SECONDS); // the guardian ends a moment after its cluster
        }
    }
}
