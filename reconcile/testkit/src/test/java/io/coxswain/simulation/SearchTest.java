package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.UnitOfWork;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.controller.TerminalException;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.error.RequestTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static ConfigMap map(String name, String value) {
        return new ConfigMap(ObjectMeta.named("default", name), Map.of(), Map.of("value", value), null);
    }

    private static void controller(Simulation sim, Reconciler<ConfigMap> reconciler) {
        sim.controller(Controller.of(ConfigMap.KIND, () -> reconciler));
        sim.workload(w -> w.create(map("a", "1")));
    }

    /** Creates b and c for a, but c only where it makes b. */
    private static void forgetsTheSecond(Simulation sim) {
        controller(sim, (read, ctx) -> {
            if (read.metadata().name().equals("a")
                    && ctx.find(ConfigMap.KIND, map("b", "").key()).isEmpty()) {
                ctx.create(map("b", "1"));
                ctx.create(map("c", "1"));
            }
            return Outcome.done();
        });
        sim.eventuallyStable(
                "there are three",
                state -> state.list(ConfigMap.KIND).stream()
                                .filter(found -> found.metadata().namespace().equals("default"))
                                .count()
                        == 3);
    }

    @Test
    void failureSaysWhatWhereAndHowToReplay() {
        SimulationFailure failure = assertThrows(
                SimulationFailure.class,
                () -> Simulation.search(SearchTest::forgetsTheSecond)
                        .annotated("three")
                        .check());

        String replay = failure.finding().replay();
        assertEquals("v1:1,crash-after+create+configmap/b#1", replay);
        String text = failure.getMessage();
        assertTrue(text.startsWith("three: \"there are three\" fails with 1 deviation: "), text);
        assertTrue(text.contains("replay: -Dcoxswain.replay=" + replay + "\n"), text);
        assertTrue(text.contains("manager        reconciles configmap/a as of revision 4"), text);
        assertTrue(text.contains("manager        reads configmap/b: absent"), text);
        assertTrue(text.contains("r5    manager        create configmap/b#1"), text);
        assertTrue(text.contains("@SimulationTest(replay = \"" + replay + "\")"), text);
        assertFalse(text.contains("shrunk"), text);
    }

    @Test
    void testOfABodyThatIsNoMethodCallsTheSearch() {
        SimulationFailure failure =
                assertThrows(SimulationFailure.class, () -> Simulation.run(SearchTest::forgetsTheSecond));

        String text = failure.getMessage();
        assertTrue(text.contains(".replay(\"" + failure.finding().replay() + "\")"), text);
        assertFalse(text.contains("@SimulationTest"), text);
    }

    @Test
    void replayMakesTheOneRun() {
        Report report = Simulation.search(SearchTest::forgetsTheSecond)
                .replay("v1:1,crash-after+create+configmap/b#1")
                .run();

        assertEquals(
                List.of("crash-after create configmap/b#1"),
                report.finding().orElseThrow().deviations().stream()
                        .map(Deviation::name)
                        .toList());
        assertEquals(1, report.finding().get().shrunkFrom());
    }

    @Test
    void timelineIsWrittenAsOnePage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("timelines/three.html");
        SimulationFailure failure = assertThrows(
                SimulationFailure.class,
                () -> Simulation.search(SearchTest::forgetsTheSecond).html(file).check());
        assertTrue(failure.getMessage().endsWith("\nthe timeline as a page: " + file), failure.getMessage());

        String page = Files.readString(file);
        assertTrue(page.contains("<th>manager</th>") && page.contains("! crash-after create configmap/b#1"), page);
    }

    @Test
    void sameSearchFindsTheSame() {
        Finding once =
                Simulation.search(SearchTest::forgetsTheSecond).run().finding().orElseThrow();
        Finding again =
                Simulation.search(SearchTest::forgetsTheSecond).run().finding().orElseThrow();

        assertEquals(once.timeline(), again.timeline());
        assertEquals(once.runsUntilFound(), again.runsUntilFound());
    }

    @Test
    void codeThatIsNotDeterministicIsToldWithTheFirstStep() {
        AtomicInteger outside = new AtomicInteger();
        Finding found = Simulation.search(sim -> {
                    controller(sim, (read, ctx) -> {
                        ctx.apply(map("b", "" + outside.incrementAndGet()));
                        return Outcome.done();
                    });
                    sim.faults(Faults.none());
                    sim.eventuallyStable("b is as it was", state -> false);
                })
                .run()
                .finding()
                .orElseThrow();

        assertTrue(found.nondeterminism().startsWith("step "), found.nondeterminism());
        assertTrue(found.nondeterminism().contains("apply configmap/b#1"), found.nondeterminism());
    }

    @Test
    void conflictsNameWhatWasOvertaken() {
        Set<String> told = new LinkedHashSet<>();
        Simulation.search(sim -> {
                    sim.program(
                            "writer",
                            (client, environment) -> environment
                                    .workers("writer", 1)
                                    .execute(() -> {
                                        Duration limit = Duration.ofSeconds(1);
                                        try {
                                            ConfigMap made = client.create(map("a", "1"));
                                            client.update(made.withData(Map.of("value", "2")));
                                            UnitOfWork unit = environment.await(
                                                    client.async().unitOfWork(), limit);
                                            environment.await(unit.client().create(map("b", "1")), limit);
                                            environment.await(unit.commit(), limit);
                                        } catch (ConflictException overtaken) {
                                            told.add(overtaken.getMessage());
                                        }
                                    }));
                    sim.faults(Faults.only(Fault.CONFLICT));
                })
                .runs(5)
                .run();

        assertEquals(
                Set.of(
                        "ConfigMap default/a is at revision 6, the write expected 4: read it again and reapply",
                        "What the unit of work has read was changed by another write: begin another one"),
                told);
    }

    @Test
    void writesWithoutEndAreNamedWithTheirCycle() {
        Finding found = Simulation.search(sim -> controller(sim, (read, ctx) -> {
                    String next = read.data().get("value").equals("1") ? "2" : "1";
                    ctx.patch(read, stored -> stored.withData(Map.of("value", next)));
                    return Outcome.done();
                }))
                .run()
                .finding()
                .orElseThrow();

        assertEquals(FreeCheck.COMES_TO_REST.text(), found.property());
        assertEquals(
                "1000 writes and no end; a cycle of 2 writes: manager: patch configmap/a (2 times)", found.message());
        assertEquals(List.of(), found.deviations());
    }

    @Test
    void loopWithoutWritesIsALivelock() {
        Finding found = Simulation.search(sim -> controller(sim, (read, ctx) -> Outcome.again(Duration.ZERO)))
                .run()
                .finding()
                .orElseThrow();

        assertEquals(FreeCheck.COMES_TO_REST.text(), found.property());
    }

    @Test
    void foreignBlockingIsToldWithItsStack() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Finding found = Simulation.search(sim -> {
                    controller(sim, (read, ctx) -> {
                        never.get();
                        return Outcome.done();
                    });
                    sim.blockingLimit(Duration.ofMillis(200));
                })
                .run()
                .finding()
                .orElseThrow();

        assertEquals("waits by Environment.await only", found.property());
        assertEquals("", found.nondeterminism());
        StackTraceElement[] stack = found.cause().orElseThrow().getCause().getStackTrace();
        assertTrue(
                List.of(stack).toString().contains("SearchTest"),
                () -> List.of(stack).toString());
    }

    /** The search gives up the thread on which it met that. */
    @Test
    void foreignBlockingThatHeedsNoInterruptionIsFoundBySearching() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        try {
            Finding found = Simulation.search(sim -> {
                        controller(sim, (read, ctx) -> {
                            try {
                                ctx.apply(map("b", "1"));
                            } catch (RequestTimeoutException e) {
                                later.join();
                            }
                            return Outcome.done();
                        });
                        sim.faults(Faults.only(Fault.TIMEOUT_LOST));
                        sim.blockingLimit(Duration.ofMillis(200));
                    })
                    .run()
                    .finding()
                    .orElseThrow();

            assertEquals("waits by Environment.await only", found.property());
            assertEquals(
                    "[timeout-lost apply configmap/b#1]", found.deviations().toString());
        } finally {
            later.complete(null);
        }
    }

    @Test
    void whatTheBodyThrowsReachesTheCaller() {
        AtomicInteger declared = new AtomicInteger();
        IllegalStateException thrown = new IllegalStateException("as the test wants it");
        Search search = Simulation.search(sim -> {
            forgetsTheSecond(sim);
            if (declared.incrementAndGet() == 5) {
                throw thrown;
            }
        });

        assertSame(thrown, assertThrows(IllegalStateException.class, search::run));
    }

    /** What a reconciler that isn't as it should be is found out by, though nothing goes wrong otherwise. */
    private static Finding foundOf(Reconciler<ConfigMap> reconciler) {
        return Simulation.search(sim -> controller(sim, reconciler))
                .run()
                .finding()
                .orElseThrow();
    }

    private static Outcome copy(ConfigMap read, Context<ConfigMap> ctx, String value) {
        if (read.metadata().name().equals("a")
                && ctx.find(ConfigMap.KIND, map("b", "").key()).isEmpty()) {
            ctx.create(map("b", value));
        }
        return Outcome.done();
    }

    @Test
    void wallClockIsNamed() {
        Environment real = Environment.system();
        Finding found = foundOf((read, ctx) ->
                copy(read, ctx, real.now().truncatedTo(ChronoUnit.SECONDS).toString()));

        assertEquals(FreeCheck.DETERMINISTIC.text(), found.property());
        assertTrue(
                found.message().startsWith("the time of the real clock is in what manager wrote ConfigMap["),
                found.message());
    }

    @Test
    void stateThatOutlastsARunIsNamed() {
        AtomicInteger outside = new AtomicInteger();
        Finding found = foundOf((read, ctx) -> copy(read, ctx, "" + outside.incrementAndGet()));

        assertEquals(FreeCheck.DETERMINISTIC.text(), found.property());
    }

    @Test
    void threadsOfOnesOwnAreNamed() {
        Finding found = foundOf((read, ctx) -> {
            Thread thread = new Thread(() -> {});
            thread.start();
            thread.join();
            return Outcome.done();
        });

        assertEquals(FreeCheck.OWN_THREADS.text(), found.property());
        assertTrue(found.message().startsWith("controller configmap started a thread"), found.message());
    }

    @Test
    void deleteByNameIsRefusedWithoutAnyFault() {
        Finding found = Simulation.search(sim -> controller(sim, (read, ctx) -> {
                    ctx.client().delete(ConfigMap.KIND, read.key());
                    return Outcome.done();
                }))
                .run()
                .finding()
                .orElseThrow();

        assertEquals(FreeCheck.DELETE_NAMES_UID.text(), found.property());
    }

    @Test
    void reconcileThatFailsForEverIsNamed() {
        Finding found = foundOf((read, ctx) -> {
            throw new IllegalStateException("no template");
        });

        assertEquals(FreeCheck.NO_LASTING_FAILURE.text(), found.property());
        assertTrue(
                found.message()
                        .startsWith("controller configmap fails with configmap/a though faults have stopped:"
                                + " java.lang.IllegalStateException: no template: "),
                found.message());
        assertEquals(List.of(), found.deviations());
    }

    @Test
    void nullIsAFailureAsInProduction() {
        Finding found = foundOf((read, ctx) -> null);

        assertEquals(FreeCheck.NO_LASTING_FAILURE.text(), found.property());
        assertTrue(found.message().contains("the reconciler returned null: return Outcome.done()"), found.message());
    }

    @Test
    void mapperThatThrowsIsNamed() {
        Finding found = Simulation.search(sim -> {
                    sim.controller(Controller.of(ConfigMap.KIND, () -> (read, ctx) -> Outcome.done())
                            .watches(Secret.KIND, (secret, caches) -> {
                                throw new IllegalStateException("which one?");
                            }));
                    sim.workload(w -> w.create(map("a", "1"))
                            .create(new Secret(ObjectMeta.named("default", "s"), "", Map.of(), null, Map.of())));
                })
                .run()
                .finding()
                .orElseThrow();

        assertEquals(FreeCheck.NO_LASTING_FAILURE.text(), found.property());
        assertTrue(
                found.message()
                        .startsWith("the mapper or a predicate of Secret threw for default/s, so its change led to no"
                                + " reconcile: java.lang.IllegalStateException: which one?"),
                found.message());
    }

    @Test
    void testInWhichNothingIsReconciledFails() {
        Finding found = Simulation.search(
                        sim -> sim.controller(Controller.of(Secret.KIND, () -> (read, ctx) -> Outcome.done())))
                .run()
                .finding()
                .orElseThrow();

        assertEquals("a controller is called", found.property());
    }

    @Test
    void twoControllersOfOneNameAreRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Simulation.run(sim -> {
                    controller(sim, (read, ctx) -> Outcome.done());
                    controller(sim, (read, ctx) -> Outcome.done());
                }));

        assertTrue(refused.getMessage().contains("another controller has that name"), refused.getMessage());
    }

    @Test
    void endlessWritesAreToldOnceWithWhatTheyChange() {
        SimulationFailure failure = assertThrows(
                SimulationFailure.class,
                () -> Simulation.run(sim -> controller(sim, (read, ctx) -> {
                    ctx.patch(
                            read,
                            stored -> stored.withData(Map.of("at", ctx.now().toString())));
                    return Outcome.again(Duration.ofMillis(1));
                })));

        String text = failure.getMessage();
        assertTrue(text.lines().count() < 40, text);
        assertTrue(text.contains("data[value]: 1 -> absent, data[at]: absent -> "), text);
        assertTrue(text.contains("the same again, but for numbers, "), text);
    }

    @Test
    void reconcileThatRecoversOrSaysThatItIsForGoodIsNotBlamed() {
        for (Reconciler<ConfigMap> reconciler : List.<Reconciler<ConfigMap>>of(
                (read, ctx) -> {
                    if (ctx.attempt() < 4) {
                        throw new IllegalStateException("not yet");
                    }
                    return Outcome.done();
                },
                (read, ctx) -> {
                    throw new TerminalException("no template");
                },
                (read, ctx) -> Outcome.retryWithBackoff("waits for somebody"))) {
            Report report = Simulation.search(sim -> controller(sim, reconciler))
                    .runs(50)
                    .check();
            assertEquals(50, report.runs());
        }
    }

    @Test
    void stepThatNamesNoObjectIsTold() {
        Finding found = Simulation.search(sim -> {
                    controller(sim, (read, ctx) -> Outcome.done());
                    sim.workload(w -> w.delete(ConfigMap.KIND, "aa"));
                })
                .run()
                .finding()
                .orElseThrow();

        assertEquals("every step of the workload can be done", found.property());
        assertEquals("deletes configmap/aa: ConfigMap default/aa not found", found.message());
    }

    @Test
    void roundTripThatDoesNotComeBackIsFound() {
        Consumer<Simulation> body = sim -> {
            controller(sim, (read, ctx) -> {
                if (read.metadata().name().equals("a")) {
                    ctx.apply(map("seen-" + read.data().get("value"), "1"));
                }
                return Outcome.done();
            });
            sim.roundTrip(ConfigMap.KIND, "a", read -> read.withData(Map.of("value", "2")));
        };
        Finding found = Simulation.search(body).run().finding().orElseThrow();

        assertEquals("round trip of configmap/a ends where it began", found.property());
        assertTrue(found.message().contains("seen-2"), found.message());
    }

    @Test
    void progressIsTold() {
        List<String> lines = new ArrayList<>();
        Report report = Simulation.search(sim -> controller(sim, (read, ctx) -> Outcome.done()))
                .runs(50)
                .progress(lines::add)
                .check();

        assertEquals(50, report.runs());
        assertTrue(report.coverage().startsWith("the run without faults, "), report.coverage());
        assertEquals("simulation: " + report, lines.get(lines.size() - 1));
    }

    @Test
    void deviationsAreReadAsTheyAreWritten() {
        for (String name :
                List.of("crash-after create secret/tls#1", "restart manager#2 back 13", "clock-step manager#1 +1h")) {
            assertEquals(name, Deviation.parse(name).name());
            Replay replay = new Replay(7, List.of(Deviation.parse(name)));
            assertEquals(replay, Replay.parse(replay.text()));
        }
        assertThrows(IllegalArgumentException.class, () -> Deviation.parse("crash-often"));
        assertThrows(IllegalArgumentException.class, () -> Replay.parse("v9:1"));
    }

    @Test
    void twoReplicasHandOverUnderFaults() {
        Report report = Simulation.search(sim -> {
                    sim.replicas(2);
                    controller(sim, (read, ctx) -> {
                        if (read.metadata().name().equals("a")) {
                            ctx.apply(map("b", read.data().get("value")));
                        }
                        return Outcome.done();
                    });
                    sim.workload(w -> w.edit(ConfigMap.KIND, "a", read -> read.withData(Map.of("value", "2")))
                            .edit(ConfigMap.KIND, "a", read -> read.withData(Map.of("value", "3"))));
                    sim.eventuallyStable(
                            "b follows a",
                            state -> state.find(ConfigMap.KIND, "b")
                                    .filter(b -> "3".equals(b.data().get("value")))
                                    .isPresent());
                })
                .runs(400)
                .check();
        assertEquals(400, report.runs());
    }
}
