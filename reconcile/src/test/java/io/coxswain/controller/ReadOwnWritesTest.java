package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.testing.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A controller that creates what its cache lacks, while the cache lags. */
class ReadOwnWritesTest {
    private final World world = new World();
    private Manager manager;

    private static ControllerSpec<Website> creator() {
        return Controller.of(Website.KIND, () -> (site, ctx) -> {
                    if (ctx.owned(Item.KIND).size() < site.spec().replicas()) {
                        ctx.create(Item.generated("item-"));
                        return Outcome.again(Duration.ZERO);
                    }
                    return Outcome.done();
                })
                .owns(Item.KIND);
    }

    private void start(ControllerSpec<?> spec) {
        manager = Manager.builder(world.client(), world.environment()).add(spec).build();
        world.environment().await(manager.start(), Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        manager.close();
        world.close();
    }

    @Test
    void laggingCacheLeadsToNoSecondCreate() {
        start(creator());
        world.faults().pause(Item.KIND);
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(10));
        manager.trigger("website", Website.key("a"));
        world.advance(Duration.ofSeconds(10));
        assertEquals(1, items());
        assertEquals(1, manager.metrics("website").reconciles());

        world.faults().resume(Item.KIND);
        world.advance(Duration.ofSeconds(1));
        assertEquals(1, items());
        assertTrue(manager.metrics("website").reconciles() > 1);
    }

    @Test
    void withoutReadingOwnWritesTheSameControllerCreatesTooMany() {
        start(creator().withoutReadingOwnWrites().rateLimiter(io.coxswain.queue.RateLimiter::standard));
        world.faults().pause(Item.KIND);
        world.user().create(Website.of("a", 1));
        for (int i = 0; i < 3; i++) {
            manager.trigger("website", Website.key("a"));
            world.faults().resume(Item.KIND);
            world.faults().pause(Item.KIND);
            world.environment().runUntil(() -> items() > 1, Duration.ofSeconds(1));
        }

        assertTrue(items() > 1);
    }

    @Test
    void cacheThatStaysBehindIsAnErrorThatNamesItAndNoReconcile() {
        start(creator().staleLimit(Duration.ofSeconds(3)));
        world.faults().pause(Item.KIND);
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(4));

        String failure = manager.health().reasons().toString();
        assertTrue(failure.contains("Website default/a isn't reconciled"), failure);
        assertTrue(failure.contains("cache of Item is at"), failure);
        world.advance(Duration.ofMinutes(5));
        assertEquals(1, items());
        assertEquals(1, manager.metrics("website").reconciles());
        assertTrue(manager.metrics("website").stale() > 1);

        world.faults().resume(Item.KIND);
        world.advance(Duration.ofMinutes(6));
        assertEquals(1, items());
        assertTrue(manager.health().reasons().isEmpty(), manager.health().toString());
    }

    @Test
    void waitingKeyHoldsNoWorker() {
        start(creator());
        world.faults().pause(Item.KIND);
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(1));
        world.user().create(Website.of("b", 0));
        world.advance(Duration.ofSeconds(1));

        assertEquals(2, manager.metrics("website").reconciles());
    }

    @Test
    void createWhoseAnswerWasLostIsNotRepeated() {
        start(creator());
        world.faults().pause(Item.KIND);
        world.faults().loseAnswers(1);
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(5));
        assertEquals(1, manager.metrics("website").failures());
        assertEquals(1, items());

        world.faults().resume(Item.KIND);
        world.advance(Duration.ofSeconds(5));
        assertEquals(1, items());
        assertTrue(manager.metrics("website").reconciles() > 1);
    }

    @Test
    void ownDeleteIsSeenBeforeTheNextReconcile() {
        start(Controller.of(Website.KIND, () -> (site, ctx) -> {
                    ctx.owned(Item.KIND).forEach(ctx::delete);
                    if (ctx.owned(Item.KIND).isEmpty() && site.spec().replicas() > 0) {
                        ctx.create(Item.generated("item-"));
                    }
                    return Outcome.done();
                })
                .owns(Item.KIND, change -> false));
        world.user().create(Website.of("a", 1));
        world.run();
        assertEquals(1, items());
        world.faults().pause(Item.KIND);
        manager.trigger("website", Website.key("a"));
        world.advance(Duration.ofSeconds(1));
        assertEquals(0, items());
        manager.trigger("website", Website.key("a"));
        world.advance(Duration.ofSeconds(1));
        assertEquals(0, items(), "the cache still has the item, so the next reconcile waits");
        world.faults().resume(Item.KIND);
        world.advance(Duration.ofSeconds(1));
        assertEquals(1, items());
    }

    private int items() {
        return world.user().list(Item.KIND).size();
    }
}
