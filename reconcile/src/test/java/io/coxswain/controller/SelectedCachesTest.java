package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Controllers that look at a part of the world. */
class SelectedCachesTest {
    private static final Selection WEB = Selection.all().labels("app=web");

    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private @Nullable Manager manager;

    private ControllerSpec<Website> noting(String name) {
        return Controller.ofKeys(Website.KIND, () -> (KeyReconciler<Website>) (key, site, ctx) -> {
                    calls.add(name + " " + key + (site.isPresent() ? "" : " gone"));
                    return Outcome.done();
                })
                .named(name);
    }

    private Manager start(UnaryOperator<Manager.Builder> how) {
        Manager started =
                how.apply(Manager.builder(world.client(), world.environment())).build();
        manager = started;
        world.environment().await(started.start(), Duration.ofSeconds(1));
        world.run();
        return started;
    }

    private static Website labelled(String namespace, String name, String app) {
        return new Website(
                ObjectMeta.named(namespace, name).withLabel("app", app), new Website.Spec(1), new Website.Status(0));
    }

    @AfterEach
    void end() {
        if (manager != null) {
            manager.close();
        }
        world.close();
    }

    @Test
    void controllerHearsOnlyOfWhatItSelects() {
        start(builder -> builder.add(noting("web").selects(Website.KIND, WEB)));
        world.user().create(labelled("default", "a", "web"));
        world.user().create(labelled("default", "b", "cache"));
        world.run();
        assertEquals(List.of("web default/a"), calls);

        world.user()
                .patch(
                        Website.KIND,
                        Website.key("a"),
                        site -> new Website(site.metadata().withLabel("app", "cache"), site.spec(), site.status()));
        world.run();
        assertEquals(List.of("web default/a", "web default/a gone"), calls);
    }

    @Test
    void controllersThatSelectTheSameShareACache() {
        Manager running = start(builder -> builder.add(noting("one").selects(Website.KIND, WEB))
                .add(noting("two").selects(Website.KIND, Selection.all().labels("app=web")))
                .add(noting("all")));
        assertEquals(
                List.of("cache of Website (all namespaces, labels app=web)", "cache of Website"),
                running.informers().all().stream()
                        .map(cache -> cache.toString().replaceAll(":.*", ""))
                        .toList());
        assertSame(
                running.informers().of(Website.KIND, WEB),
                running.informers().of(Website.KIND, Selection.all().labels("app=web")));
        assertEquals(2, world.faults().watches());
    }

    @Test
    void managerOfOneNamespaceSeesNoOther() {
        world.namespace("shop");
        Manager running = start(builder -> builder.namespace("shop").add(noting("all")));
        world.user().create(labelled("shop", "a", "web"));
        world.user().create(labelled("default", "b", "web"));
        world.run();

        assertEquals(List.of("all shop/a"), calls);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> running.informers().of(Website.KIND, Selection.inNamespace("default")))
                .getMessage();
        assertTrue(message.contains("these caches are of namespace shop only"), message);
    }

    @Test
    void selectionHoldsForSerializableReadsToo() {
        world.user().create(labelled("default", "a", "web"));
        world.user().create(labelled("default", "b", "cache"));
        start(builder -> builder.add(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    calls.add(ctx.list(Website.KIND).size() + " listed");
                    calls.add(ctx.list(Website.KIND, Selection.inNamespace("default"))
                                    .size() + " in the namespace");
                    calls.add(ctx.find(Website.KIND, Website.key("b")).isPresent() + " found");
                    return Outcome.done();
                })
                .selects(Website.KIND, WEB)
                .serializable()));

        assertEquals(List.of("1 listed", "1 in the namespace", "false found"), calls);
    }

    @Test
    void transformIsAppliedBeforeTheCacheStores() {
        world.user().create(Item.named("x").withText("long text"));
        Manager running = start(builder -> builder.transform(Item.KIND, item -> item.withText(""))
                .add(noting("all").reads(Item.KIND)));
        ResourceKey key = ResourceKey.of("default", "x");

        assertEquals(
                "", running.informers().of(Item.KIND).find(key).orElseThrow().text());
        assertEquals("long text", world.user().get(Item.KIND, key).text());
        assertThrows(
                IllegalArgumentException.class,
                () -> Manager.builder(world.client(), world.environment())
                        .transform(Item.KIND, item -> item)
                        .transform(Item.KIND, item -> item));
    }

    @Test
    void resyncReconcilesEverythingBehindFreshChanges() {
        Manager running =
                start(builder -> builder.resync(Duration.ofMinutes(10)).add(noting("all")));
        List.of("a", "b", "c").forEach(name -> world.user().create(Website.of(name, 1)));
        world.run();
        calls.clear();
        running.pause("all");
        world.advance(Duration.ofMinutes(10));
        world.user().create(Website.of("fresh", 1));
        world.run();
        running.resume("all");
        world.run();

        assertEquals(List.of("all default/fresh", "all default/a", "all default/b", "all default/c"), calls);
    }

    @Test
    void firstListIsReconciledBehindFreshChanges() {
        List.of("a", "b", "c").forEach(name -> world.user().create(Website.of(name, 1)));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Manager running = start(builder -> builder.add(noting("all").around(inner -> (key, site, ctx) -> {
            ctx.environment().await(gate, Duration.ofDays(1));
            return inner.reconcile(key, site, ctx);
        })));
        world.user().create(Website.of("fresh", 1));
        world.run();
        gate.complete(null);
        world.run();

        assertEquals(List.of("all default/a", "all default/fresh", "all default/b", "all default/c"), calls);
        assertEquals(4, running.metrics("all").reconciles());
    }
}
