package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.ChangePredicate;
import io.coxswain.controller.Cleaner;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Controllers that rely on no more than what a correct cluster gives aren't blamed; those that rely on a little more are. */
class CorrectControllersTest {
    record Site(ObjectMeta metadata, Spec spec, Status status) implements Resource<Site> {
        record Spec(int size) {}

        record Status(int size, String answer) {}

        static final Kind<Site> KIND = Kind.namespaced("example.com/v1", "Site", Site.class);

        Site withSize(int size) {
            return new Site(metadata, new Spec(size), status);
        }

        Site reported(String answer) {
            return new Site(metadata, spec, new Status(spec.size(), answer));
        }
    }

    record Store(ObjectMeta metadata, Content spec) implements Resource<Store> {
        record Content(String site) {}

        static final Kind<Store> KIND = Kind.namespaced("example.com/v1", "Store", Store.class);
    }

    private static Site site(int size) {
        return new Site(ObjectMeta.named("default", "a"), new Site.Spec(size), new Site.Status(0, ""));
    }

    private static Secret secret(String text) {
        return new Secret(ObjectMeta.named("default", "s"), "", Map.of(), null, Map.of("text", text));
    }

    private static void passes(Consumer<Simulation> body) {
        Report report = Simulation.search(body).runs(2_000).progress(line -> {}).run();
        assertTrue(report.finding().isEmpty(), () -> report.finding().toString());
    }

    private static Finding fails(Consumer<Simulation> body) {
        return assertThrows(
                        SimulationFailure.class,
                        () -> Simulation.search(body).progress(line -> {}).check())
                .finding();
    }

    /** It is called again for the change that it has met: by whom else should its write be refused? */
    private static void swallowsConflicts(Simulation sim, ControllerSpec<Site> controller) {
        sim.controller(controller);
        sim.workload(w -> w.create(site(1)).edit(Site.KIND, "a", site -> site.withSize(2)));
        sim.eventuallyStable(
                "status as spec",
                state -> state.list(Site.KIND).stream()
                        .allMatch(site -> site.status().size() == site.spec().size()));
    }

    private static ControllerSpec<Site> swallowing() {
        return Controller.of(Site.KIND, () -> (site, context) -> {
            try {
                context.updateStatus(site.reported(""));
            } catch (ConflictException e) {
                context.log().debug("changed meanwhile", e);
            }
            return Outcome.done();
        });
    }

    @Test
    void conflictIsFollowedByItsEvent() {
        passes(sim -> swallowsConflicts(sim, swallowing()));
    }

    @Test
    void eventOfAConflictMayBeFilteredAway() {
        ChangePredicate<Site> filter = ChangePredicate.generationChanged();
        Finding found = fails(sim -> swallowsConflicts(sim, swallowing().filter(filter)));
        assertEquals(1, found.deviations().size());
        assertEquals(Fault.CONFLICT, found.deviations().get(0).fault());
    }

    /** Reads something that it doesn't watch, now and then. */
    private static void polls(Simulation sim, Outcome outcome) {
        sim.controller(Controller.of(Site.KIND, () -> (site, context) -> {
                    context.client()
                            .find(Secret.KIND, "s")
                            .ifPresent(secret -> context.apply(ConfigMap.of(
                                    "copy",
                                    Map.of("text", secret.data().get("text").utf8()))));
                    return outcome;
                })
                .owns(ConfigMap.KIND));
        sim.workload(w -> w.create(secret("one"))
                .create(site(1))
                .edit(Secret.KIND, "s", secret -> secret.withStringData(Map.of("text", "two"))));
        sim.eventuallyStable(
                "copied",
                state -> state.find(ConfigMap.KIND, "copy")
                        .filter(copy -> "two".equals(copy.data().get("text")))
                        .isPresent());
    }

    @Test
    void timersAreWaitedFor() {
        passes(sim -> polls(sim, Outcome.again(Duration.ofMinutes(10))));
    }

    /** Where it began is what is looked at now and then, too. */
    @Test
    void timersOfARoundTripAreWaitedFor() {
        passes(sim -> {
            polls(sim, Outcome.again(Duration.ofMinutes(10)));
            sim.roundTrip(Secret.KIND, "s", secret -> secret.withStringData(Map.of("text", "three")));
        });
    }

    @Test
    void nothingToWaitForIsFound() {
        Finding found = fails(sim -> polls(sim, Outcome.done()));
        assertEquals("copied", found.property());
        assertEquals(List.of(), found.deviations());
    }

    /** Whoever answers waits until there is something to answer to, however late that is. */
    @Test
    void userWaitsForWhatTheControllerMakes() {
        passes(sim -> {
            sim.controller(Controller.of(Site.KIND, () -> (site, context) -> {
                        ConfigMap question = context.apply(ConfigMap.of("question", Map.of()));
                        context.updateStatus(
                                site.reported(question.metadata().annotations().getOrDefault("answer", "")));
                        return Outcome.done();
                    })
                    .owns(ConfigMap.KIND));
            sim.workload(w -> w.create(site(1))
                    .edit(
                            ConfigMap.KIND,
                            "question",
                            question ->
                                    question.withMetadata(question.metadata().withAnnotation("answer", "no")))
                    .edit(
                            ConfigMap.KIND,
                            "question",
                            question ->
                                    question.withMetadata(question.metadata().withAnnotation("answer", "yes"))));
            sim.eventuallyStable(
                    "answered",
                    state -> state.list(Site.KIND).stream()
                            .allMatch(site -> site.status().answer().equals("yes")));
            sim.sameEndAsFaultless();
        });
    }

    /** A certificate of ninety days, looked at each day. */
    private static void renews(Simulation sim, boolean afterRestart) {
        sim.controller(Controller.of(Site.KIND, () -> (site, context) -> {
            String until = site.status().answer();
            Instant due = until.isEmpty() ? Instant.MIN : Instant.parse(until).minus(Duration.ofDays(30));
            if (!context.now().isBefore(due)) {
                context.updateStatus(
                        site.reported(context.now().plus(Duration.ofDays(90)).toString()));
                return Outcome.again(Duration.ofDays(60));
            }
            return afterRestart ? Outcome.again(Duration.ofDays(1)) : Outcome.done();
        }));
        sim.workload(w -> w.create(site(1)).pause(Duration.ofDays(100)));
        sim.eventuallyStable(
                "valid",
                state -> state.list(Site.KIND).stream()
                        .allMatch(site -> Instant.parse(site.status().answer()).isAfter(state.now())));
    }

    @Test
    void clocksAreSetRightInTheEnd() {
        Report report = Simulation.search(sim -> renews(sim, true))
                .runs(300)
                .progress(line -> {})
                .run();
        assertTrue(report.finding().isEmpty(), () -> report.finding().toString());
    }

    @Test
    void renewalPlannedByTheProcessThatIssuedIsLost() {
        assertEquals(1, fails(sim -> renews(sim, false)).deviations().size());
    }

    /** One site at a time may be answered: it looks whether one is, and then answers. */
    private static void answersOne(Simulation sim, int workers) {
        sim.controller(Controller.of(Site.KIND, () -> (site, context) -> {
                    boolean free = context.client().list(Site.KIND).stream()
                            .allMatch(any -> any.status().answer().isEmpty());
                    if (site.status().answer().isEmpty()) {
                        if (!free) {
                            return Outcome.retryWithBackoff("another one is answered");
                        }
                        context.updateStatus(site.reported("yes"));
                    }
                    return Outcome.done();
                })
                .concurrency(workers));
        sim.workload(w -> w.create(site(1))
                .create(new Site(ObjectMeta.named("default", "b"), new Site.Spec(1), new Site.Status(0, "")))
                .delete(Site.KIND, "a"));
        sim.always(
                "one at a time",
                state -> state.list(Site.KIND).stream()
                                .filter(site -> !site.status().answer().isEmpty())
                                .count()
                        <= 1);
    }

    @Test
    void twoWorkersThatLookAndThenActAreFound() {
        Finding found = fails(sim -> answersOne(sim, 2));
        assertEquals(1, found.deviations().size());
        assertEquals(Deviation.BRIEFLY, found.deviations().get(0).variant());
        passes(sim -> answersOne(sim, 1));
    }

    /** Deletes what it has made, as far as it sees that. */
    private record Stores(boolean asksTheApi) implements Reconciler<Site>, Cleaner<Site> {
        private static final Selection ALL = Selection.inNamespace("default");

        @Override
        public Outcome reconcile(Site site, Context<Site> context) {
            if (context.find(Store.KIND, ResourceKey.of("default", "store")).isEmpty()) {
                context.client()
                        .transaction()
                        .require(Precondition.revision(site))
                        .create(new Store(ObjectMeta.named("default", "store"), new Store.Content("a")))
                        .commit();
            }
            return Outcome.done();
        }

        @Override
        public Outcome cleanup(Site site, Context<Site> context) {
            List<Store> stores = asksTheApi ? context.client().list(Store.KIND, ALL) : context.list(Store.KIND, ALL);
            stores.forEach(context::delete);
            return Outcome.done();
        }
    }

    private static void stores(Simulation sim, boolean asksTheApi) {
        sim.controller(Controller.of(Site.KIND, () -> new Stores(asksTheApi))
                .watches(
                        Store.KIND,
                        (store, caches) ->
                                List.of(ResourceKey.of("default", store.spec().site()))));
        sim.workload(w -> w.create(site(1)).delete(Site.KIND, "a"));
        sim.eventuallyStable(
                "nothing is left",
                state -> state.list(Store.KIND).isEmpty()
                        || !state.list(Site.KIND).isEmpty());
    }

    @Test
    void cachesOfAProcessCatchUpOneByOne() {
        assertEquals(1, fails(sim -> stores(sim, false)).deviations().size());
        passes(sim -> stores(sim, true));
    }
}
