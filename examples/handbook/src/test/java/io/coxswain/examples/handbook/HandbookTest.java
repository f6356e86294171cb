package io.coxswain.examples.handbook;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.error.InvalidException;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationTest;
import io.coxswain.testkit.TestCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages are those that the handbook names, whatever fails meanwhile. */
class HandbookTest {
    private static Handbook handbook(String... pages) {
        return new Handbook(
                ObjectMeta.named("default", "sea"),
                new Handbook.Spec("free", List.of(pages)),
                new Handbook.Status(0, List.of()));
    }

    private static Secret licence(String text) {
        return new Secret(ObjectMeta.named("default", "free"), "", Map.of(), null, Map.of("text", text));
    }

    @SimulationTest(runs = 300)
    void pagesAreThoseOfTheHandbook(Simulation sim) {
        sim.controller(HandbookReconciler.controller());
        sim.workload(w -> w.create(handbook("knots", "tides"))
                .create(licence("take it"))
                .edit(
                        Handbook.KIND,
                        "sea",
                        book -> new Handbook(
                                book.metadata(), new Handbook.Spec("free", List.of("tides", "stars")), book.status()))
                .edit(Secret.KIND, "free", secret -> secret.withStringData(Map.of("text", "leave it"))));
        sim.eventuallyStable(
                "the pages that are asked for and no others, with the licence",
                state -> state.list(ConfigMap.KIND).stream()
                        .filter(page -> page.metadata().name().startsWith("sea-"))
                        .map(ConfigMap::data)
                        .toList()
                        .equals(List.of(
                                Map.of("title", "stars", "licence", "leave it"),
                                Map.of("title", "tides", "licence", "leave it"))));
        sim.eventuallyStable(
                "it is ready",
                state -> state.list(Handbook.KIND).stream()
                        .allMatch(book ->
                                book.status().conditions().get(0).status().equals("True")));
    }

    @Test
    void handbookWithoutPagesIsRefused() {
        try (TestCluster cluster = TestCluster.builder().kinds(Handbook.KIND).start()) {
            assertThrows(InvalidException.class, () -> cluster.client().create(handbook()));
        }
    }
}
