package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.conformance.Conformance;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Says which conformance tables no test binds. That some aren't bound is no failure: their rules aren't built yet. */
class ConformanceCoverageTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).resolve("../..").normalize();
    private static final Pattern BINDING = Pattern.compile("Conformance\\s*\\.cases\\(\\s*\"([a-z-]+/[a-z-]+)\"");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git");

    @Test
    void bindingsStandInClassesNamedAfterThem() throws IOException {
        Set<String> wrong = new TreeSet<>();
        for (Path source : sources()) {
            if (!bindings(source).isEmpty() && !source.toString().endsWith("ConformanceTest.java")) {
                wrong.add(ROOT.relativize(source).toString());
            }
        }

        assertEquals(Set.of(), wrong, "the name of a class that binds a table ends in ConformanceTest");
    }

    @Test
    void printTablesThatNoTestBinds() throws IOException {
        Set<String> bound = new TreeSet<>();
        for (Path source : sources()) {
            bound.addAll(bindings(source));
        }
        Set<String> open = tables();
        int all = open.size();
        open.removeAll(bound);

        System.out.printf(
                "conformance: %d of %d tables bound; not bound: %s%n", all - open.size(), all, String.join(", ", open));
    }

    private static Set<String> bindings(Path source) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = BINDING.matcher(Files.readString(source));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean skip = (name != null && SKIPPED.contains(name.toString()))
                        || folder.equals(ROOT.resolve("core/conformance"));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java") && file.toString().contains("src/test/java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static Set<String> tables() throws IOException {
        Path folder = Conformance.folder();
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> folder.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replaceFirst("\\.json$", ""))
                    .forEach(names::add);
        }
        return names;
    }
}
