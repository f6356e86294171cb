package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code Environment} is the only source of time, threads, timers, randomness and ids, and the only way to wait. */
class ForbiddenCallsTest {

    private record Offence(Ban ban, JavaClass place, JavaCodeUnitAccess<?> call) {
        @Override
        public String toString() {
            return ban + ": " + place.getName() + " calls "
                    + call.getTarget().getOwner().getSimpleName() + "."
                    + call.getTarget().getName() + " " + call.getSourceCodeLocation() + ": use " + ban.replacement();
        }
    }

    @Test
    void onlyEdgesDoWhatASimulationCannotSee() {
        Set<String> offences = new TreeSet<>();
        offences(CoxswainModule.allClasses())
                .filter(offence -> Edge.ALL.stream()
                        .noneMatch(edge ->
                                edge.contains(offence.place()) && edge.bans().contains(offence.ban())))
                .forEach(offence -> offences.add(offence.toString()));

        assertEquals("", String.join("\n", offences));
    }

    @Test
    void everyEdgeIsNeeded() {
        Set<String> unused = new LinkedHashSet<>();
        Edge.ALL.forEach(edge -> unused.add(edge.place()));
        offences(CoxswainModule.allClasses())
                .forEach(offence -> Edge.ALL.stream()
                        .filter(edge ->
                                edge.contains(offence.place()) && edge.bans().contains(offence.ban()))
                        .forEach(edge -> unused.remove(edge.place())));

        assertEquals(Set.of(), unused, "edges that need no exception");
    }

    @Test
    void everyForbiddenCallIsFound() {
        JavaClasses samples = new ClassFileImporter().importClasses(ForbiddenSamples.class);
        Map<Ban, Set<String>> found = new EnumMap<>(Ban.class);
        offences(samples)
                .forEach(offence -> found.computeIfAbsent(offence.ban(), ban -> new TreeSet<>())
                        .add(offence.call().getOrigin().getName()));

        Map<Ban, Set<String>> expected = new EnumMap<>(Ban.class);
        for (var method : samples.get(ForbiddenSamples.class).getMethods()) {
            Stream.of(Ban.values())
                    .filter(ban -> method.getName().startsWith(ban.name().toLowerCase(java.util.Locale.ROOT)))
                    .forEach(ban -> expected.computeIfAbsent(ban, key -> new TreeSet<>())
                            .add(method.getName()));
        }
        assertEquals(expected, found);
    }

    private static Stream<Offence> offences(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> calls(type).stream()
                        .flatMap(call -> Ban.of(call.getTarget()).map(ban -> new Offence(ban, type, call)).stream()));
    }

    private static List<JavaCodeUnitAccess<?>> calls(JavaClass type) {
        return Stream.<JavaCodeUnitAccess<?>>concat(
                        type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .toList();
    }
}
