package io.coxswain.node.runtime.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void stackTraceIsToldByItsExceptions() {
        List<String> log = List.of(
                "serving /site",
                "Exception in thread \"main\" java.net.BindException: Address already in use",
                "\tat java.base/sun.nio.ch.Net.bind0(Native Method)",
                "\tat Main.main(Main.java:5)",
                "Caused by: java.io.IOException: no",
                "\t... 3 more",
                "");
        assertEquals(
                "serving /site; Exception in thread \"main\" java.net.BindException: Address already in use; Caused by: java.io.IOException: no",
                LastWords.of(log));
    }

    @Test
    void ofManyLinesTheLastOnesAreTold() {
        assertEquals("b; c; d", LastWords.of(List.of("a", "b", "c", "d")));
        assertEquals("", LastWords.of(List.of()));
        assertEquals(
                1_024, LastWords.of(Collections.nCopies(3, "x".repeat(700))).length());
    }
}
