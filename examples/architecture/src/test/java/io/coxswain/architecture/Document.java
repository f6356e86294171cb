package io.coxswain.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that users read. Its programs are made of regions of compiled files, {@code // region NAME} to {@code // endregion}, and of
 * imports that stand in one, perhaps with a class around. A region may be of several pages: it names them all.
 */
enum Document {
    README("README.md"),
    FIRST("reconcile/first-controller.md"),
    TESTING("reconcile/testing.md"),
    BREAKS("reconcile/how-controllers-break.md");

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SOURCES = List.of(
            "examples/website/src", "examples/backup/src", "examples/handbook/src", "scheduling/cluster/src/test/java");
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// region ([A-Z ]+)\\n(.*?)// endregion", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w. ]+;\\n");

    private static final Pattern EMPTY_CLASS = Pattern.compile("class[A-Z]\\w*\\{}");

    private final String file;

    Document(String file) {
        this.file = file;
    }

    String text() throws IOException {
        return read(ROOT.resolve(file));
    }

    /** The file of another page or source that this one links to. */
    Path target(String link) {
        return ROOT.resolve(file).resolveSibling(link);
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    List<String> blocks(String language) throws IOException {
        List<String> found = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text()); block.find(); ) {
            if (block.group(1).equals(language)) {
                found.add(block.group(2));
            }
        }
        return found;
    }

    private static List<String> sources() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    found.add(read(file));
                }
            }
        }
        return found;
    }

    /** The regions that name this page. */
    List<String> regions() throws IOException {
        List<String> found = new ArrayList<>();
        for (String source : sources()) {
            for (Matcher region = REGION.matcher(source); region.find(); ) {
                if (Arrays.asList(region.group(1).split(" ")).contains(name())) {
                    found.add(withoutSpace(region.group(2)));
                }
            }
        }
        return found;
    }

    /** What of a program no compiled file has, without white space; empty if it is all compiled. */
    String uncompiled(String program) throws IOException {
        Set<String> imports = new LinkedHashSet<>();
        for (String source : sources()) {
            IMPORT.matcher(source).results().forEach(found -> imports.add(found.group()));
        }
        String rest = withoutSpace(
                IMPORT.matcher(program).replaceAll(found -> imports.contains(found.group()) ? "" : found.group()));
        for (String region : regions()) {
            rest = rest.replace(region, "");
        }
        return EMPTY_CLASS.matcher(rest).matches() ? "" : rest;
    }

    /** The formatter's line breaks aren't those of a page. */
    static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
