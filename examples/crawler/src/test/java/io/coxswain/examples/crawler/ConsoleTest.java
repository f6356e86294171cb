package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** What was printed since the last call, with ESC as {@code ^}. */
    private String printed() {
        String text =
                bytes.toString(StandardCharsets.UTF_8).replace('\u001b', '^').replace(System.lineSeparator(), "\n");
        bytes.reset();
        return text;
    }

    @Test
    void terminalShowsLinesInPlaceOfTheLastOnesAndCutsThem() {
        Console console = new Console(out, Console.Kind.TERMINAL);
        console.show(List.of("one", "two"), "short");
        assertEquals("^[?7lone^[K\ntwo^[K\n^[J^[?7h", printed());
        console.show(List.of("three"), "short");
        assertEquals("^[2A\r^[?7lthree^[K\n^[J^[?7h", printed());
    }

    @Test
    void whatIsSaidOnATerminalStaysAboveWhatChanges() {
        Console console = new Console(out, Console.Kind.TERMINAL);
        console.show(List.of("one", "two"), "short");
        printed();
        console.line("said");
        assertEquals("^[2A\r^[Jsaid\n", printed());
        console.show(List.of("one"), "short");
        console.keep();
        printed();
        console.line("after");
        assertEquals("after\n", printed());
    }

    @Test
    void withoutTerminalThereAreOnlyLines() {
        Console console = new Console(out, Console.Kind.PLAIN);
        console.show(List.of("one", "two"), "short");
        String first = printed();
        assertTrue(first.matches(" +\\d+\\.\\d s  short\n"), first);
        console.show(List.of("one", "two"), "short");
        assertEquals("", printed(), "so soon after the first it is no news");
        console.say("a\nb");
        String said = printed();
        assertTrue(said.matches(" +\\d+\\.\\d s  a\n          b\n"), said);
    }

    @Test
    void afterTheLastWordThereIsSilence() {
        Console console = new Console(out, Console.Kind.TERMINAL);
        console.close("stopping");
        assertTrue(printed().endsWith("stopping\n"));
        console.say("more");
        console.show(List.of("more"), "more");
        assertEquals("", printed());
    }
}
