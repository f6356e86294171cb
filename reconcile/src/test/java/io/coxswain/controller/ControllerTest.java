package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControllerTest {
    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private @Nullable Manager manager;

    private Manager start(ControllerSpec<?>... specs) {
        Manager.Builder builder = Manager.builder(world.client(), world.environment());
        for (ControllerSpec<?> spec : specs) {
            builder.add(spec);
        }
        manager = builder.build();
        world.environment().await(manager.start(), Duration.ofSeconds(1));
        return manager;
    }

    private ControllerSpec<Website> noting(Outcome outcome) {
        return Controller.of(Website.KIND, () -> (site, ctx) -> {
            calls.add(site.metadata().name() + "#" + ctx.attempt());
            return outcome;
        });
    }

    @AfterEach
    void end() {
        if (manager != null) {
            manager.close();
        }
        world.close();
    }

    @Test
    void doneComesAgainOnlyWithAChange() {
        start(noting(Outcome.done()));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofHours(1));
        assertEquals(List.of("a#1"), calls);

        world.user().patch(Website.KIND, Website.key("a"), site -> site.withReplicas(2));
        world.advance(Duration.ofHours(1));
        assertEquals(List.of("a#1", "a#1"), calls);
    }

    @Test
    void againComesAfterItsTime() {
        start(noting(Outcome.again(Duration.ofMinutes(10))));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofMinutes(35));

        assertEquals(List.of("a#1", "a#1", "a#1", "a#1"), calls);
    }

    @Test
    void retryBacksOffExponentiallyAndCountsAttempts() {
        Manager running = start(noting(Outcome.retryWithBackoff("not yet")));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofMillis(5 + 10 + 20 + 1));

        assertEquals(List.of("a#1", "a#2", "a#3", "a#4"), calls);
        assertEquals(4, running.metrics("website").failures());
        assertEquals(
                List.of("controller website: default/a: not yet"),
                running.health().reasons());
    }

    @Test
    void exceptionIsRetriedAndForgottenAfterSuccess() {
        Manager running = start(Controller.of(Website.KIND, () -> (site, ctx) -> {
            calls.add("#" + ctx.attempt());
            if (ctx.attempt() < 3) {
                throw new java.io.IOException("disk is full");
            }
            return Outcome.done();
        }));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(1));
        assertEquals(List.of("#1", "#2", "#3"), calls);
        assertEquals(List.of(), running.health().reasons());

        running.trigger("website", Website.key("a"));
        world.advance(Duration.ofSeconds(1));
        assertEquals("#1", calls.get(3));
    }

    @Test
    void terminalExceptionWaitsForAChange() {
        Manager running = start(Controller.of(Website.KIND, () -> (site, ctx) -> {
            calls.add(site.metadata().name());
            throw new TerminalException("replicas make no sense");
        }));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofHours(1));

        assertEquals(List.of("a"), calls);
        assertEquals(1, running.metrics("website").terminal());
        assertTrue(running.health().reasons().toString().contains("replicas make no sense"));
    }

    @Test
    void oneKeyIsReconciledByOneWorkerAndSeveralByAsManyAsAllowed() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        List<String> inside = new ArrayList<>();
        AtomicReference<Integer> most = new AtomicReference<>(0);
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    String name = site.metadata().name();
                    assertFalse(inside.contains(name), name);
                    inside.add(name);
                    most.set(Math.max(most.get(), inside.size()));
                    ctx.environment().await(gate, Duration.ofDays(1));
                    inside.remove(name);
                    return Outcome.done();
                })
                .concurrency(3));
        for (String name : List.of("a", "b", "c", "d", "e")) {
            world.user().create(Website.of(name, 1));
        }
        world.run();
        assertEquals(List.of("a", "b", "c"), inside);
        world.user().patch(Website.KIND, Website.key("a"), site -> site.withReplicas(2));
        world.run();
        assertEquals(3, inside.size());

        gate.complete(null);
        world.run();
        assertEquals(List.of(), inside);
        assertEquals(3, most.get());
    }

    @Test
    void keyReconcilerHearsOfDeletion() {
        start(Controller.ofKeys(Website.KIND, () -> (KeyReconciler<Website>) (key, site, ctx) -> {
            calls.add(key + (site.isPresent() ? " there" : " gone"));
            return Outcome.done();
        }));
        world.user().create(Website.of("a", 1));
        world.run();
        world.user().delete(Website.KIND, Website.key("a"));
        world.run();

        assertEquals(List.of("default/a there", "default/a gone"), calls);
    }

    @Test
    void reconcilerIsNotCalledForWhatIsGone() {
        Manager running = start(noting(Outcome.done()));
        running.trigger("website", Website.key("never"));
        world.run();

        assertEquals(List.of(), calls);
        assertEquals(0, running.metrics("website").failures());
    }

    @Test
    void cleanerKeepsFinalizerUntilItIsDone() {
        start(Controller.of(Website.KIND, () -> new Cleaning(calls)));
        world.user().create(Website.of("a", 1));
        world.run();
        assertEquals(
                List.of("example.com/website"),
                world.user().get(Website.KIND, "a").metadata().finalizers());
        assertTrue(calls.contains("reconcile with finalizer"), calls.toString());

        world.user().delete(Website.KIND, Website.key("a"));
        world.run();
        assertTrue(world.user().find(Website.KIND, Website.key("a")).isPresent());
        calls.clear();
        world.advance(Duration.ofMinutes(1));
        assertEquals(List.of("cleanup 2"), calls);
        assertEquals(Optional.empty(), world.user().find(Website.KIND, Website.key("a")));
    }

    private static final class Cleaning implements Reconciler<Website>, Cleaner<Website> {
        private final List<String> calls;
        private int cleanups;

        Cleaning(List<String> calls) {
            this.calls = calls;
        }

        @Override
        public Outcome reconcile(Website site, Context<Website> ctx) {
            calls.add("reconcile with " + (site.metadata().finalizers().isEmpty() ? "no finalizer" : "finalizer"));
            return Outcome.done();
        }

        @Override
        public Outcome cleanup(Website site, Context<Website> ctx) {
            calls.add("cleanup " + ++cleanups);
            return cleanups < 2 ? Outcome.again(Duration.ofSeconds(30)) : Outcome.done();
        }
    }

    @Test
    void predicateHidesUpdatesThatDoNotConcernTheController() {
        start(noting(Outcome.done()).filter(ChangePredicate.generationChanged()));
        Website site = world.user().create(Website.of("a", 1));
        world.run();
        world.user().updateStatus(site.withStatus(new Website.Status(1)));
        world.run();
        assertEquals(1, calls.size());
        world.user().patch(Website.KIND, Website.key("a"), old -> old.withReplicas(7));
        world.run();
        assertEquals(2, calls.size());
    }

    @Test
    void mapperLeadsFromOtherKindsAlsoFromTheirOldState() {
        start(noting(Outcome.done()).watches(Item.KIND, (item, caches) -> List.of(Website.key(item.text()))));
        world.user().create(Website.of("a", 1));
        world.user().create(Website.of("b", 1));
        world.run();
        calls.clear();
        world.user().create(Item.named("x").withText("a"));
        world.run();
        assertEquals(List.of("a#1"), calls);
        world.user().patch(Item.KIND, ResourceKey.of("default", "x"), item -> item.withText("b"));
        world.run();
        assertEquals(List.of("a#1", "a#1", "b#1"), calls);
    }

    @Test
    void predicatesAndMappersMayWait() {
        start(noting(Outcome.done())
                .filter(change -> !world.user().list(Website.KIND).isEmpty())
                .watches(
                        Item.KIND,
                        (item, caches) -> world.user().list(Website.KIND).stream()
                                .map(Resource::key)
                                .toList()));
        world.user().create(Website.of("a", 1));
        world.run();
        world.user().create(Item.named("x"));
        world.run();
        assertEquals(List.of("a#1", "a#1"), calls);
    }

    @Test
    void writesCarryTheirCause() {
        start(Controller.of(Website.KIND, () -> (site, ctx) -> {
                    ctx.apply(Item.named("item"));
                    return Outcome.done();
                })
                .owns(Item.KIND));
        Website site = world.user().create(Website.of("a", 1));
        world.run();

        assertTrue(world.faults()
                .causes()
                .contains(new Cause(
                        "controller/website",
                        "Website default/a",
                        1,
                        List.of(site.metadata().resourceVersion()))));
    }

    @Test
    void dependentOfAnotherOwnerIsAConflict() {
        AtomicReference<Exception> seen = new AtomicReference<>();
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    try {
                        ctx.apply(Item.named("shared"));
                    } catch (ConflictException e) {
                        seen.set(e);
                    }
                    return Outcome.done();
                })
                .owns(Item.KIND));
        Website a = world.user().create(Website.of("a", 1));
        world.run();
        world.user().create(Website.of("b", 1));
        world.run();

        assertEquals(
                "Item default/shared is controlled by Website a (uid "
                        + a.metadata().uid()
                        + "), so Website default/b can't own it: give it another name or delete the present one",
                seen.get().getMessage());
    }

    @Test
    void dependentInAnotherNamespaceIsRefused() {
        Manager running = start(Controller.of(Website.KIND, () -> (site, ctx) -> {
                    ctx.apply(new Item(Item.named("x").metadata().withNamespace("other"), ""));
                    return Outcome.done();
                })
                .owns(Item.KIND));
        world.user().create(Website.of("a", 1));
        world.run();

        assertTrue(running.health().reasons().toString().contains("owns objects of that namespace only"));
    }

    @Test
    void deleteNamesTheUidThatWasReadAlsoByANameAlone() {
        AtomicReference<Resource<?>> old = new AtomicReference<>();
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.find(Item.KIND, ResourceKey.cluster("x")).ifPresent(item -> {
                        if (old.compareAndSet(null, item)) {
                            calls.add("read");
                        }
                        ctx.delete((Item) old.get());
                    });
                    return Outcome.done();
                })
                .watches(Item.KIND, (item, caches) -> List.of(Website.key("a"))));
        world.user().create(Item.named("x"));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), world.user().find(Item.KIND, ResourceKey.of("default", "x")));

        world.user().create(Item.named("x"));
        world.advance(Duration.ofSeconds(1));
        assertTrue(world.user().find(Item.KIND, ResourceKey.of("default", "x")).isPresent());
    }

    @Test
    void deleteOfWhatIsGoneIsNoFailure() {
        Manager running = start(Controller.of(Website.KIND, () -> (site, ctx) -> {
                    ctx.find(Item.KIND, ResourceKey.of("default", "x")).ifPresent(item -> {
                        ctx.client().delete(item);
                        ctx.delete(item);
                    });
                    return Outcome.done();
                })
                .reads(Item.KIND));
        world.user().create(Item.named("x"));
        world.run();
        world.user().create(Website.of("a", 1));
        world.run();

        assertEquals(0, running.metrics("website").failures());
        assertEquals(0, world.user().list(Item.KIND).size());
    }

    @Test
    void unchangedStatusIsNotWritten() {
        start(Controller.of(Website.KIND, () -> (site, ctx) -> {
            ctx.updateStatus(site.withStatus(new Website.Status(0)));
            return Outcome.done();
        }));
        world.user().create(Website.of("a", 1));
        world.run();

        assertEquals(0, world.faults().writes());
    }

    @Test
    void contextIsOfNoUseAfterItsReconcile() {
        AtomicReference<Context<Website>> kept = new AtomicReference<>();
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
            kept.set(ctx);
            return Outcome.done();
        }));
        world.user().create(Website.of("a", 1));
        world.run();

        assertThrows(IllegalStateException.class, () -> kept.get().create(Item.named("late")));
    }

    @Test
    void specIsRefusedWhereItContradictsItself() {
        ControllerSpec<Website> spec = noting(Outcome.done()).owns(Item.KIND);

        assertThrows(IllegalArgumentException.class, () -> spec.owns(Item.KIND));
        assertThrows(IllegalArgumentException.class, () -> spec.concurrency(0));
        assertEquals("example.com/website", spec.finalizer());
        assertEquals("example.com/other", spec.named("other").finalizer());
    }
}
