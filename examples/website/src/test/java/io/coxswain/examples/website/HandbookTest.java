package io.coxswain.examples.website;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationTest;
import io.coxswain.testkit.TestCluster;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A controller that keeps several objects for one. */
class HandbookTest {
    // region FIRST
    record Handbook(ObjectMeta metadata, Spec spec, Status status) implements Resource<Handbook> {
        record Spec(List<String> pages) {}

        record Status(long observedGeneration, int pages) {}

        static final Kind<Handbook> KIND = Kind.builder("example.com/v1", "Handbook", Handbook.class)
                .validation((book, old, errors) -> {
                    if (book.spec().pages().isEmpty()) {
                        errors.at("spec").at("pages").required("a handbook has pages");
                    }
                })
                .build();

        Handbook withPages(String... pages) {
            return new Handbook(metadata, new Spec(List.of(pages)), status);
        }
    }

    static final class HandbookReconciler implements Reconciler<Handbook> {
        static ControllerSpec<Handbook> controller() {
            return Controller.of(Handbook.KIND, HandbookReconciler::new).owns(ConfigMap.KIND);
        }

        @Override
        public Outcome reconcile(Handbook book, Context<Handbook> context) {
            Set<String> wanted = new LinkedHashSet<>();
            for (String page : book.spec().pages()) {
                String name = book.metadata().name() + "-" + page;
                wanted.add(name);
                context.apply(new ConfigMap(ObjectMeta.named(name), Map.of(), Map.of("title", page), null));
            }
            for (ConfigMap page : context.owned(ConfigMap.KIND)) {
                if (!wanted.contains(page.metadata().name())) {
                    context.delete(page);
                }
            }
            context.updateStatus(new Handbook(
                    book.metadata(),
                    book.spec(),
                    new Handbook.Status(book.metadata().generation(), wanted.size())));
            return Outcome.done();
        }
    }
    // endregion

    private static Handbook handbook(String... pages) {
        return new Handbook(ObjectMeta.named("default", "sea"), new Handbook.Spec(List.of()), new Handbook.Status(0, 0))
                .withPages(pages);
    }

    @SimulationTest(runs = 300)
    void pagesAreThoseOfTheHandbook(Simulation sim) {
        sim.controller(HandbookReconciler.controller());
        sim.workload(w -> w.create(handbook("knots", "tides"))
                .edit(Handbook.KIND, "sea", book -> book.withPages("tides", "stars")));
        sim.eventuallyStable(
                "the pages that are asked for and no others",
                state -> state.list(ConfigMap.KIND).stream()
                        .map(page -> page.metadata().name())
                        .filter(name -> name.startsWith("sea-"))
                        .toList()
                        .equals(List.of("sea-stars", "sea-tides")));
    }

    @Test
    void handbookWithoutPagesIsRefused() {
        try (TestCluster cluster = TestCluster.builder().kinds(Handbook.KIND).start()) {
            assertThrows(InvalidException.class, () -> cluster.client().create(handbook()));
        }
    }
}
