package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Event;
import io.coxswain.environment.AwaitException;
import io.coxswain.event.EventType;
import io.coxswain.informer.Index;
import io.coxswain.selector.Selection;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerializableTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private @Nullable Manager manager;

    private Manager start(Reconciler<Website> reconciler) {
        return start(Controller.of(Website.KIND, () -> reconciler).owns(Item.KIND));
    }

    private Manager start(ControllerSpec<Website> spec) {
        Manager started = Manager.builder(world.client(), world.environment())
                .add(spec.serializable())
                .build();
        manager = started;
        world.environment().await(started.start(), Duration.ofSeconds(1));
        return started;
    }

    private void create(String name) {
        world.user().create(Website.of(name, 1));
        world.run();
    }

    private List<String> items() {
        return world.user().list(Item.KIND).stream()
                .map(item -> item.metadata().name() + item.text())
                .toList();
    }

    @AfterEach
    void end() {
        if (manager != null) {
            manager.close();
        }
        world.close();
    }

    @Test
    void writesOfOneCallAreOneCommitWithItsCause() {
        Manager running = start((site, ctx) -> {
            Item made = ctx.apply(Item.named("one"));
            calls.add(made.metadata().resourceVersion() + " "
                    + made.metadata().uid().isEmpty());
            calls.add(ctx.owned(Item.KIND).equals(List.of(made)) + " seen");
            ctx.apply(Item.named("two"));
            ctx.updateStatus(site.withStatus(new Website.Status(2)));
            return Outcome.done();
        });
        create("a");

        assertEquals(List.of("0 false", "true seen"), calls.subList(0, 2));
        long revision = world.user().get(Item.KIND, "one").metadata().resourceVersion();
        assertEquals(revision, world.user().get(Item.KIND, "two").metadata().resourceVersion());
        assertEquals(revision, world.user().get(Website.KIND, "a").metadata().resourceVersion());
        assertEquals(
                "controller/website on Website default/a",
                world.store().cause(revision).orElseThrow().toString());
        assertEquals(0, running.metrics("website").failures());
    }

    @Test
    void exceptionCommitsNothing() {
        Manager running = start((site, ctx) -> {
            ctx.apply(Item.named("half"));
            ctx.event(EventType.NORMAL, "Half", "made one of two");
            throw new TerminalException("no more");
        });
        create("a");

        assertEquals(List.of(), items());
        assertEquals(List.of(), world.user().list(Event.KIND));
        assertEquals(1, running.metrics("website").terminal());
    }

    @Test
    void overtakenCallIsDoneAgainAndIsNoFailure() {
        Manager running = start((site, ctx) -> {
            int replicas = site.spec().replicas();
            calls.add("replicas " + replicas);
            ctx.event(EventType.NORMAL, "Applied", "with " + replicas);
            ctx.environment().await(gate, DAY);
            ctx.apply(Item.named("item").withText(" of " + replicas));
            return Outcome.done();
        });
        create("a");
        world.user().patch(Website.KIND, Website.key("a"), site -> site.withReplicas(2));
        gate.complete(null);
        world.advance(Duration.ofMinutes(1));

        assertEquals(List.of("item of 2"), items());
        assertEquals("replicas 1", calls.get(0));
        assertEquals(1, running.metrics("website").overtaken());
        assertEquals(0, running.metrics("website").failures());
        assertEquals(List.of(), running.health().reasons());
        assertEquals(
                List.of("with 2"),
                world.user().list(Event.KIND).stream().map(Event::message).toList());
    }

    @Test
    void callReadsWhatIsStoredThoughTheCachesLag() {
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    if (ctx.owned(Item.KIND).size() < site.spec().replicas()) {
                        ctx.create(Item.generated("item-"));
                    }
                    calls.add("call");
                    return Outcome.done();
                })
                .owns(Item.KIND));
        world.faults().pause(Item.KIND);
        create("a");
        manager.trigger("website", Website.key("a"));
        world.run();

        assertEquals(2, calls.size(), "nobody waited for the cache");
        assertEquals(1, items().size());
    }

    @Test
    void indexesAndSelectionsReadAtTheSameRevision() {
        Index<Item> byText = Index.of(Item.KIND, "text", item -> List.of(item.text()));
        start((site, ctx) -> {
            ctx.environment().await(gate, DAY);
            calls.add(ctx.list(byText, "x").size() + " by text");
            calls.add(ctx.list(Index.namespace(Item.KIND), "default").size() + " in the namespace");
            calls.add(ctx.list(Item.KIND, Selection.inNamespace("other")).size() + " elsewhere");
            calls.add(ctx.find(Item.KIND, Website.key("late")).isPresent() + " late");
            return Outcome.done();
        });
        world.user().create(Item.named("early").withText("x"));
        create("a");
        world.user().create(Item.named("late").withText("x"));
        gate.complete(null);
        world.run();

        assertEquals(List.of("1 by text", "1 in the namespace", "0 elsewhere", "false late"), calls.subList(0, 4));
    }

    @Test
    void commitWithoutAnswerIsNotRepeatedBlindly() {
        start((site, ctx) -> {
            if (ctx.owned(Item.KIND).isEmpty()) {
                ctx.create(Item.generated("item-"));
            }
            return Outcome.done();
        });
        world.faults().loseAnswers(1);
        create("a");
        world.advance(Duration.ofMinutes(1));

        assertEquals(1, items().size());
    }

    @Test
    void finalizerIsStoredBeforeTheReconcilerIsCalled() {
        start(Controller.of(Website.KIND, () -> new Cleaning(calls)));
        create("a");
        world.advance(Duration.ofSeconds(1));
        assertEquals(
                List.of("reconcile, stored with finalizer: true"),
                calls.stream().distinct().toList());

        world.user().delete(Website.KIND, Website.key("a"));
        world.run();
        assertTrue(world.user().find(Website.KIND, Website.key("a")).isEmpty());
    }

    private final class Cleaning implements Reconciler<Website>, Cleaner<Website> {
        private final List<String> calls;

        Cleaning(List<String> calls) {
            this.calls = calls;
        }

        @Override
        public Outcome reconcile(Website site, Context<Website> ctx) {
            boolean stored =
                    !world.user().get(Website.KIND, "a").metadata().finalizers().isEmpty();
            calls.add("reconcile, stored with finalizer: " + stored);
            return Outcome.done();
        }

        @Override
        public Outcome cleanup(Website site, Context<Website> ctx) {
            return Outcome.done();
        }
    }

    @Test
    void callThatIsAbandonedCommitsNothing() {
        start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.apply(Item.named("late"));
                    try {
                        ctx.environment().await(gate, Duration.ofSeconds(2));
                    } catch (AwaitException late) {
                        calls.add("goes on");
                    }
                    return Outcome.done();
                })
                .owns(Item.KIND)
                .timeout(Duration.ofSeconds(1)));
        create("a");
        world.advance(Duration.ofSeconds(3));

        assertFalse(calls.isEmpty());
        assertEquals(List.of(), items());
    }

    @Test
    void tooManyWritesAreRefusedWithTheirCount() {
        Manager running = start((site, ctx) -> {
            for (int i = 0; i < 1_001; i++) {
                ctx.create(Item.named("i" + i));
            }
            return Outcome.done();
        });
        create("a");

        assertTrue(
                running.health().reasons().toString().contains("1001 operations: must have at most 1000"),
                running.health()::toString);
    }
}
