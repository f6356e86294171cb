package io.coxswain.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Makes one dynamic test of every case of a table. Use it in a class whose name ends in {@code ConformanceTest}:
 *
 * <pre>{@code
 * @TestFactory
 * @DisplayName("conformance")
 * Stream<DynamicTest> rolling() {
 *     return Conformance.cases("deployment/rolling", (input, expect) -> {
 *         Sizes sizes = Rolling.sizes(input.at("replicas").integer(), ...);
 *         expect.at("newReplicas").judge(sizes.newReplicas());
 *     });
 * }
 * }</pre>
 *
 * <p>The tables lie in the folder that the system property {@code conformance.dir} names, relative to the project's root;
 * by default {@code ../shared/conformance}. Where the folder or the table is missing there is one test, which is skipped
 * and names the path.
 */
public final class Conformance {

    private static final String FOLDER_PROPERTY = "conformance.dir";

    private Conformance() {}

    /** Judges one case: passes, or throws. It must read every field of both trees. */
    @FunctionalInterface
    public interface Body {
        /** Checks that the rule makes {@code expect} of {@code input}. */
        void check(Json input, Json expect) throws Exception;
    }

    /**
     * One case of a table.
     *
     * @param name its name, unique in the table
     * @param input what the rule is given
     * @param expect what the rule must make of it
     */
    public record Case(String name, Json input, Json expect) {}

    /** The tests of all cases of a table such as {@code "deployment/rolling"}. */
    public static Stream<DynamicTest> cases(String table, Body body) {
        return cases(table, any -> true, body);
    }

    /**
     * The tests of those cases of a table that the filter accepts; how many it left out is printed. What the filter reads
     * doesn't count as read.
     */
    public static Stream<DynamicTest> cases(String table, Predicate<Case> filter, Body body) {
        Path file = folder().resolve(table + ".json");
        if (!Files.isRegularFile(file)) {
            return Stream.of(dynamicTest(
                    table, () -> Assumptions.abort("No conformance table at " + file + ": set -D" + FOLDER_PROPERTY)));
        }
        List<Case> all = read(file);
        List<Case> judged = all.stream().filter(one -> filter.test(copyOf(one))).toList();
        if (judged.size() < all.size()) {
            System.out.printf(
                    "conformance %s: %d of %d cases left out%n", table, all.size() - judged.size(), all.size());
        }
        return judged.stream().map(one -> dynamicTest(table + "/" + one.name(), () -> judge(one, body)));
    }

    /** The folder that holds the tables; it needn't exist. */
    public static Path folder() {
        String configured = System.getProperty(FOLDER_PROPERTY, "");
        return projectRoot()
                .resolve(configured.isEmpty() ? "../shared/conformance" : configured)
                .normalize();
    }

    static void judge(Case one, Body body) throws Exception {
        body.check(one.input(), one.expect());
        List<String> unread =
                Stream.concat(one.input().unread(), one.expect().unread()).toList();
        if (!unread.isEmpty()) {
            throw new AssertionError("The test never read " + String.join(", ", unread)
                    + ": judge it, or mark what holds it as read as a whole");
        }
    }

    private static List<Case> read(Path file) {
        return Json.read(file).at("cases").items().stream()
                .map(one -> new Case(
                        one.at("name").text(),
                        one.at("input").asRoot("input"),
                        one.at("expect").asRoot("expect")))
                .toList();
    }

    private static Case copyOf(Case one) {
        return new Case(one.name(), one.input().asRoot("input"), one.expect().asRoot("expect"));
    }

    /** In an IDE the working directory may be a module: the root is the folder above it that Maven calls the root. */
    private static Path projectRoot() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        return start;
    }
}
