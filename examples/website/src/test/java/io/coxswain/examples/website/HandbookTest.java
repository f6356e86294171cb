package io.coxswain.examples.website;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.Condition;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Conditions;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.error.InvalidException;
import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.SimulationTest;
import io.coxswain.testkit.TestCluster;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A controller that keeps several objects for one, and heeds another one that it doesn't own. */
class HandbookTest {
    // region FIRST
    record Handbook(ObjectMeta metadata, Spec spec, Status status) implements Resource<Handbook> {
        record Spec(String licence, List<String> pages) {}

        record Status(long observedGeneration, List<Condition> conditions) {}

        static final Kind<Handbook> KIND = Kind.builder("example.com/v1", "Handbook", Handbook.class)
                .validation((book, old, errors) -> {
                    if (book.spec().pages().isEmpty()) {
                        errors.at("spec").at("pages").required("a handbook has pages");
                    }
                })
                .build();

        static final Index<Handbook> BY_LICENCE =
                Index.of(KIND, "licence", book -> List.of(book.licence().toString()));

        ResourceKey licence() {
            return ResourceKey.of(metadata.namespace(), spec.licence());
        }

        Handbook withStatus(Status changed) {
            return new Handbook(metadata, spec, changed);
        }
    }

    static final class HandbookReconciler implements Reconciler<Handbook> {
        static ControllerSpec<Handbook> controller() {
            return Controller.of(Handbook.KIND, HandbookReconciler::new)
                    .owns(ConfigMap.KIND)
                    .watches(
                            Secret.KIND,
                            (secret, caches) -> caches
                                    .list(Handbook.BY_LICENCE, secret.key().toString())
                                    .stream()
                                    .map(Handbook::key)
                                    .toList());
        }

        @Override
        public Outcome reconcile(Handbook book, Context<Handbook> context) {
            Optional<Secret> licence = context.find(Secret.KIND, book.licence());
            if (licence.isEmpty()) {
                report(book, context, Condition.of("Ready", "False", "NoLicence", "no Secret " + book.licence()));
                return Outcome.done();
            }
            String text = licence.get().data().get("text").utf8();
            Set<String> wanted = new LinkedHashSet<>();
            for (String page : book.spec().pages()) {
                String name = book.metadata().name() + "-" + page;
                wanted.add(name);
                context.apply(ConfigMap.of(name, Map.of("title", page, "licence", text)));
            }
            for (ConfigMap page : context.owned(ConfigMap.KIND)) {
                if (!wanted.contains(page.metadata().name())) {
                    context.delete(page);
                }
            }
            report(book, context, Condition.of("Ready", "True", "Written", ""));
            return Outcome.done();
        }

        private static void report(Handbook book, Context<Handbook> context, Condition ready) {
            List<Condition> conditions = Conditions.with(book.status().conditions(), ready, context.now());
            context.updateStatus(
                    book.withStatus(new Handbook.Status(book.metadata().generation(), conditions)));
        }
    }
    // endregion

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
