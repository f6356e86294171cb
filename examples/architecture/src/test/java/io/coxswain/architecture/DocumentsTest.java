package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages show only what is compiled and run, and lead somewhere. */
class DocumentsTest {
    private static final String KNOWN_BUGS = "testkit/src/test/java/io/coxswain/simulation/bugs/KnownBug.java";

    @ParameterizedTest
    @EnumSource
    void everyProgramIsCompiled(Document page) throws IOException {
        List<String> programs = page.blocks("java");
        assertFalse(programs.isEmpty());
        for (String program : programs) {
            assertEquals("", page.uncompiled(program), () -> "in no region of a test:\n" + program);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRegionStandsOnItsPage(Document page) throws IOException {
        String programs = Document.withoutSpace(String.join("\n", page.blocks("java")));
        for (String region : page.regions()) {
            assertTrue(programs.contains(region), () -> page + " lacks " + region);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToAFile(Document page) throws IOException {
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(page.text());
        while (link.find()) {
            assertTrue(Files.exists(page.target(link.group(1))), () -> page + " leads to no " + link.group(1));
        }
    }

    @Test
    void everyKnownBugIsExplained() throws IOException {
        String page = Document.BREAKS.text();
        Matcher bug = Pattern.compile("(?m)^    ([A-Z_]+)\\(\\d+, ")
                .matcher(Document.read(Document.BREAKS.target(KNOWN_BUGS)));
        int bugs = 0;
        while (bug.find()) {
            bugs++;
            assertTrue(page.contains("`" + bug.group(1) + "`"), () -> "not explained: " + bug.group(1));
        }
        assertEquals(15, bugs);
    }
}
