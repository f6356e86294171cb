package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README stays within what a reader has patience for. */
class ReadmeTest {
    private static final Document README = Document.README;

    @Test
    void firstTwoCommandsAreOneLineEach() throws IOException {
        List<String> commands = README.blocks("sh");
        assertEquals(
                2,
                commands.stream()
                        .limit(2)
                        .filter(command -> command.lines().count() == 1)
                        .count());
        assertTrue(commands.get(0).contains("java -jar examples/crawler/"), commands.get(0));
        assertEquals("mvn -B -ntp verify\n", commands.get(1));
    }

    @Test
    void readerSeesAProgramByLine20AndTheDependencyByLine40() throws IOException {
        List<String> lines = README.text().lines().toList();
        assertTrue(lines.subList(0, 20).contains("```java"), "a program by line 20");
        assertTrue(lines.subList(0, 40).contains("<dependency>"), "the dependency by line 40");
        assertTrue(README.text().split("\\s+").length <= 700, () -> "at most 700 words");
        assertTrue(README.text().split("!\\[").length - 1 <= 3, "at most 3 badges");
    }
}
