package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.informer.InformerState;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagerTest {
    private final World world = new World();
    private final List<String> calls = new ArrayList<>();

    private ControllerSpec<Website> noting() {
        return Controller.of(Website.KIND, () -> (site, ctx) -> {
            calls.add(site.metadata().name());
            return Outcome.done();
        });
    }

    private Manager manager(ControllerSpec<?> spec) {
        return Manager.builder(world.client(), world.environment()).add(spec).build();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void controllersBeginWhenCachesHaveSynced() {
        world.user().create(Website.of("a", 1));
        world.faults().failLists(2);
        Manager manager = manager(noting().reads(Item.KIND));
        CompletableFuture<Void> ready = manager.start().toCompletableFuture();
        world.run();
        assertEquals(Health.State.SYNCING, manager.health().state());
        assertTrue(manager.health().reasons().toString().contains("list fails as the test wants it"));
        assertFalse(manager.health().isReady());
        assertEquals(List.of(), calls);

        world.advance(Duration.ofSeconds(2));
        assertTrue(ready.isDone());
        assertTrue(manager.health().isReady());
        assertEquals(List.of("a"), calls);
        manager.close();
    }

    @Test
    void stoppedManagerHasAReasonAndStaysStopped() {
        Manager manager = manager(noting());
        manager.start();
        world.run();
        Stopped how = world.environment().await(manager.stop("the test is over"), Duration.ofSeconds(1));

        assertEquals(new Stopped("the test is over", null, List.of()), how);
        assertEquals("STOPPED; the test is over", manager.health().toString());
        assertFalse(manager.health().isLive());
        assertEquals(
                "it starts once",
                assertThrows(IllegalStateException.class, manager::start)
                        .getMessage()
                        .replaceAll(".*(it starts once).*", "$1"));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofMinutes(1));
        assertEquals(List.of(), calls);
        assertEquals(
                new InformerState.Stopped("manager stopped: the test is over"),
                manager.informers().of(Website.KIND).state());
    }

    @Test
    void callUnderWayMayEndBeforeTheCachesClose() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Manager manager = manager(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.environment().await(gate, Duration.ofDays(1));
                    ctx.apply(Item.named("written"));
                    return Outcome.done();
                })
                .owns(Item.KIND));
        manager.start();
        world.user().create(Website.of("a", 1));
        world.run();
        CompletableFuture<Stopped> stopped = manager.stop("enough").toCompletableFuture();
        world.advance(Duration.ofSeconds(5));
        assertFalse(stopped.isDone());

        gate.complete(null);
        world.run();
        assertEquals(List.of(), stopped.join().unfinished());
        assertEquals(1, world.user().list(Item.KIND).size());
    }

    @Test
    void callThatDoesNotEndIsNamedAndCanWriteNothingMore() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        Manager manager = manager(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    try {
                        ctx.environment().await(never, Duration.ofDays(1));
                    } catch (RuntimeException interrupted) {
                        calls.add("interrupted");
                    }
                    ctx.apply(Item.named("late"));
                    return Outcome.done();
                })
                .owns(Item.KIND));
        manager.start();
        world.user().create(Website.of("a", 1));
        world.run();
        Stopped how = world.environment().await(manager.stop("enough"), Duration.ofSeconds(11));
        world.advance(Duration.ofMinutes(1));

        assertEquals(List.of("website default/a"), how.unfinished());
        assertEquals("enough; not ended in time: website default/a", how.toString());
        assertEquals(0, world.user().list(Item.KIND).size());
    }

    @Test
    void reconcilerThatCannotBeMadeStopsTheManager() {
        Manager manager = manager(Controller.of(Website.KIND, () -> {
            throw new IllegalStateException("no configuration");
        }));
        CompletableFuture<Void> ready = manager.start().toCompletableFuture();
        world.run();

        assertTrue(ready.isCompletedExceptionally());
        assertTrue(
                manager.health().toString().contains("no configuration"),
                manager.health().toString());
    }

    @Test
    void twoControllersOfOneNameAreRefused() {
        Manager.Builder builder =
                Manager.builder(world.client(), world.environment()).add(noting());

        String message = assertThrows(IllegalArgumentException.class, () -> builder.add(noting()))
                .getMessage();
        assertTrue(message.contains(".named("), message);
        builder.add(noting().named("second"));
    }

    @Test
    void closeOfManagerThatWasNeverStartedEndsIt() {
        Manager manager = manager(noting());
        manager.close();

        assertEquals(Health.State.STOPPED, manager.health().state());
    }

    @Test
    void everyTimerIsGoneAfterTheStop() {
        Manager manager = manager(noting());
        manager.start();
        world.user().create(Website.of("a", 1));
        world.run();
        manager.close();
        world.run();
        long actions = world.environment().actions();
        world.advance(Duration.ofDays(1));

        assertEquals(actions, world.environment().actions());
    }
}
