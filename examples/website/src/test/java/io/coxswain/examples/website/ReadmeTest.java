package io.coxswain.examples.website;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows only what is compiled and run, and stays within what a reader has patience for. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// region README\\n(.*?)// endregion", Pattern.DOTALL);

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> found = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(readme()); block.find(); ) {
            if (block.group(1).equals(language)) {
                found.add(block.group(2));
            }
        }
        return found;
    }

    private static List<String> regions() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("examples/website/src", "scheduling/cluster/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            String text = Files.readString(source, StandardCharsets.UTF_8);
            for (Matcher region = REGION.matcher(text); region.find(); ) {
                found.add(withoutSpace(region.group(1)));
            }
        }
        return found;
    }

    /** The formatter's line breaks aren't those of the README. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void everyProgramIsMadeOfCompiledRegions() throws IOException {
        List<String> programs = blocks("java");
        assertFalse(programs.isEmpty());
        for (String program : programs) {
            String rest = withoutSpace(program);
            for (String region : regions()) {
                rest = rest.replace(region, "");
            }
            assertEquals("", rest, () -> "in no region of a test:\n" + program);
        }
    }

    @Test
    void everyRegionStandsInTheReadme() throws IOException {
        String programs = withoutSpace(String.join("\n", blocks("java")));
        for (String region : regions()) {
            assertTrue(programs.contains(region), () -> "README.md lacks " + region);
        }
    }

    @Test
    void firstTwoCommandsAreOneLineEach() throws IOException {
        List<String> commands = blocks("sh");
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
        List<String> lines = readme().lines().toList();
        assertTrue(lines.subList(0, 20).contains("```java"), "a program by line 20");
        assertTrue(lines.subList(0, 40).contains("<dependency>"), "the dependency by line 40");
        assertTrue(readme().split("\\s+").length <= 700, () -> "at most 700 words");
        assertTrue(readme().split("!\\[").length - 1 <= 3, "at most 3 badges");
    }
}
