package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void firstProgramRuns() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ReadmeProgram.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("a request would go to Endpoint[pod=default/web-"), text);
    }

    @Test
    void firstProgramStandsInTheReadme() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/io/coxswain/cluster/ReadmeProgram.java"), StandardCharsets.UTF_8);
        String program = source.substring(
                source.indexOf("// region README\n") + "// region README\n".length(), source.indexOf("// endregion"));
        String readme = Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
        assertTrue(withoutSpace(readme).contains(withoutSpace(program)), () -> "README.md lacks:\n" + program);
    }

    /** The formatter's line breaks aren't those of the README. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
