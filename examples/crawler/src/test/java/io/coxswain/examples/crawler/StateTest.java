package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.disk.DiskStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that is kept in a folder. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StateTest {
    /** So few that no crawler is killed, and none is scaled away, before they are all crawled. */
    private static final int PAGES = 20;

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs setsid: without it grandchildren may survive")
    void crawlThatWasKilledIsGoneOnWith() throws Exception {
        try (ServedSite served = new ServedSite(site())) {
            killAt("/p5.html", served);
            assertEquals(paths(0, 5), served.asked());

            Captured second = run("--url", served.url());
            assertEquals(0, second.code(), second::toString);
            List<String> rest = new ArrayList<>(paths(5, PAGES - 1));
            rest.add("/gone.html");
            assertEquals(rest, served.asked(), "each page once, from the one on of which nothing was heard");
            assertTold(second, "5");
            assertTrue(second.out().contains("an earlier run has crawled 5 pages and left 1 open"), second::out);

            Captured third = run("--url", served.url());
            assertEquals(0, third.code(), third::toString);
            assertEquals(List.of(), served.asked());
            assertTold(third, Integer.toString(PAGES));
            assertTrue(third.out().contains("the crawl was complete already, nothing is done"), third::out);

            Captured other = run("--url", served.url().replace("index", "p1"));
            assertEquals(1, other.code(), other::toString);
            assertEquals(1, other.errors().size(), other::toString);
            assertTrue(other.errors().get(0).contains("has the crawl of " + served.url()), other::toString);
        }
        for (ProcessHandle left : ProcessHandle.current().descendants().toList()) {
            left.onExit().get(30, TimeUnit.SECONDS); // the guardian ends a moment after its cluster
        }
    }

    private static List<String> paths(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> i == 0 ? "/index.html" : "/p" + i + ".html")
                .toList();
    }

    /** Starts the program and kills it while a crawler waits for this page. */
    private void killAt(String page, ServedSite served) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process first = new ProcessBuilder(
                        Program.line(temporary, "--url", served.url(), "--state", state().toString(), "--rate", "0"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first.out").toFile())
                .start();
        served.beforeAnswer(path -> {
            if (path.equals(page)) {
                first.toHandle().destroyForcibly();
            }
        });
        boolean ended = first.waitFor(60, TimeUnit.SECONDS);
        first.toHandle().destroyForcibly();
        assertTrue(ended, () -> Sites.text(folder.resolve("first.out")));
        assertEquals(137, first.exitValue(), () -> Sites.text(folder.resolve("first.out")));
        served.beforeAnswer(path -> {});
    }

    private void assertTold(Captured done, String before) throws IOException {
        Map<String, String> told = Summary.read(folder.resolve("summary.json"));
        assertEquals(before, told.get("pagesCrawledBefore"), done::toString);
        assertEquals("0", told.get("pagesLost"), done::toString);
        assertEquals("0", told.get("pagesCrawledTwice"), done::toString);
        assertEquals(Integer.toString(PAGES), told.get("distinctPages"), done::toString);
        assertEquals("1", told.get("brokenLinks"), done::toString);
    }

    @Test
    void fileIsNoState() throws IOException {
        Files.writeString(state(), "x");
        assertRefused("--state STATE: is a file: name a folder");
    }

    @Test
    void stateOfAnotherCrawlIsRefused() throws IOException {
        assertEquals(
                1, run("--site", site().toString(), "--manifest", "none.yaml").code());
        Path other = Sites.chain(Files.createDirectory(folder.resolve("other")), 2);
        Captured done = Captured.run("--site", other.toString(), "--state", state().toString());
        assertEquals(
                List.of("crawler: --state " + state() + ": has the crawl of " + site() + ", not of " + other
                        + ": name another folder"),
                done.errors());
        assertEquals(1, done.code());
    }

    @Test
    void stateInUseIsRefusedAndTheErrorSaysWhoHasIt() throws IOException {
        Environment environment = Environment.system();
        Store holder = DiskStore.at(state()).open(environment, Kinds.builtin());
        try {
            assertRefused("Store STATE is open in this process "
                    + ProcessHandle.current().pid() + " .*: close that one first, or use another folder");
        } finally {
            holder.close();
            environment.await(holder.closed(), Duration.ofSeconds(30));
        }
    }

    @Test
    void stateOfAnUnknownVersionIsRefused() throws IOException {
        Path journal = Files.createDirectory(state()).resolve("journal-00000000000000000001.log");
        Files.write(journal, journalOfVersion(2).array());
        assertRefused(
                "STATE/journal.* has format version 2, this library knows version 1: use the version of the library that wrote it, or a later one");
    }

    /** What every file of a store begins with: its type, the version, a checksum, a revision. */
    private static ByteBuffer journalOfVersion(int version) {
        ByteBuffer header = ByteBuffer.allocate(64);
        header.put("CXJOURNL".getBytes(StandardCharsets.US_ASCII))
                .putInt(version)
                .putInt(0)
                .putLong(1);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        return header.putInt(12, (int) crc.getValue());
    }

    private void assertRefused(String message) throws IOException {
        Captured done = run("--site", site().toString());
        assertEquals(1, done.code(), done::toString);
        assertEquals(1, done.errors().size(), done::toString);
        String said = done.errors().get(0);
        assertTrue(said.matches("crawler: " + message.replace("STATE", state().toString())), said);
        assertFalse(done.out().contains("fleet"), done::out);
    }

    private Captured run(String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(more));
        line.addAll(List.of("--rate", "0"));
        line.addAll(List.of("--state", state().toString()));
        line.addAll(List.of("--summary", folder.resolve("summary.json").toString()));
        if (!line.contains("--manifest")) {
            line.addAll(List.of("--manifest", "src/main/resources/crawler.yaml"));
        }
        return Captured.run(line.toArray(String[]::new));
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Path site() throws IOException {
        Path pages = folder.resolve("site");
        return Files.exists(pages) ? pages : Sites.chain(Files.createDirectory(pages), PAGES);
    }
}
