package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The public types are the ones in {@code public-types.txt}: whoever makes a type public says so in the same commit. The
 * builders that RecordBuilder makes are left out, their records are in the list.
 */
class PublicTypesTest {

    private static final Path LIST =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/public-types.txt");
    private static final String UPDATE = "coxswain.updatePublicTypes";

    @Test
    void publicTypesAreTheCommittedOnes() throws IOException {
        List<String> actual = CoxswainModule.all().stream()
                .flatMap(module -> lines(module).stream())
                .toList();
        if (Boolean.getBoolean(UPDATE)) {
            Files.write(LIST, actual);
        }
        Set<String> added = new TreeSet<>(actual);
        Set<String> removed = new TreeSet<>(Files.readAllLines(LIST));
        Set<String> committed = Set.copyOf(removed);
        removed.removeAll(added);
        added.removeAll(committed);

        assertEquals(
                "added [], removed []",
                "added " + added + ", removed " + removed,
                "public types differ from " + LIST.getFileName()
                        + ": make the types package-private, or write the list anew with"
                        + " mvn verify -pl examples/architecture -am -Dtest=PublicTypesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true");
    }

    private static List<String> lines(CoxswainModule module) {
        Set<String> names = module.classes()
                .filter(type -> module.exports(type.getPackageName()))
                .filter(PublicTypesTest::isVisible)
                .filter(type -> !isGeneratedBuilder(type))
                .map(type -> module.shortName() + " " + type.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(new TreeSet<>(names).stream().toList());
    }

    private static boolean isVisible(JavaClass type) {
        return !type.isAnonymousClass()
                && !type.isLocalClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypesTest::isVisible).orElse(true);
    }

    private static boolean isGeneratedBuilder(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        String name = outer.getName();
        return name.endsWith("Builder")
                && CoxswainModule.allClasses().contain(name + "$With")
                && CoxswainModule.allClasses().contain(name.substring(0, name.length() - "Builder".length()));
    }
}
