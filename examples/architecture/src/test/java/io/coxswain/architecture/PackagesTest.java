package io.coxswain.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Packages are concepts: no cycles, a page that says what lives here, null only where it is said. */
class PackagesTest {

    private static final Set<String> NO_CONCEPT =
            Set.of("util", "utils", "impl", "common", "helper", "helpers", "misc", "internal");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.coxswain.(**)").should().beFreeOfCycles().check(CoxswainModule.allClasses());
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> wrong = new ArrayList<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            module.packages().stream().filter(name -> !isNullMarked(name)).forEach(wrong::add);
        }

        assertEquals(List.of(), wrong, "packages without a package-info that has @NullMarked");
    }

    @Test
    void packagesAreNamedAfterConcepts() {
        List<String> wrong = new ArrayList<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            module.packages().stream()
                    .filter(name -> NO_CONCEPT.contains(name.substring(name.lastIndexOf('.') + 1)))
                    .forEach(wrong::add);
        }

        assertEquals(List.of(), wrong);
    }

    private static boolean isNullMarked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
