package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an author gets wrong is named, with what to do instead. What only a simulation can see is the test kit's. */
class BadInputTest {
    private final World world = new World();
    private final List<String> calls = new ArrayList<>();

    private Manager start(ControllerSpec<?> spec) {
        Manager manager =
                Manager.builder(world.client(), world.environment()).add(spec).build();
        manager.start();
        world.run();
        return manager;
    }

    private Manager start(Reconciler<Website> reconciler) {
        return start(Controller.of(Website.KIND, () -> reconciler).owns(Item.KIND));
    }

    private static ControllerSpec<Website> idle() {
        return Controller.of(Website.KIND, () -> (site, ctx) -> Outcome.done());
    }

    private void createSite() {
        world.user().create(Website.of("a", 1));
        world.run();
    }

    private static void assertNames(Manager manager, String... parts) {
        String reasons = manager.health().reasons().toString();
        for (String part : parts) {
            assertTrue(reasons.contains(part), reasons);
        }
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void reconcilerThatBlocksForEverIsNamedWithItsPlace() {
        Manager manager = start((site, ctx) -> {
            ctx.environment().await(new CompletableFuture<Void>(), Duration.ofDays(1));
            return Outcome.done();
        });
        createSite();
        assertEquals(List.of(), manager.health().reasons());
        world.advance(Duration.ofSeconds(61));

        assertNames(
                manager,
                "controller website: reconciles default/a for 61000 ms at io.coxswain.",
                ": if it blocks for ever, bound it by .timeout(");
        assertTrue(manager.toString().contains("\n    reconciles default/a for 61000 ms"), manager::toString);
    }

    @Test
    void reconcilerThatThrowsIsNamedWithWhatItSaid() {
        Manager manager = start((site, ctx) -> {
            throw new java.io.IOException("disk is full");
        });
        createSite();
        assertNames(manager, "controller website: default/a: disk is full");
    }

    @Test
    void reconcilerThatReturnsNullIsTold() {
        Manager manager = start((site, ctx) -> null);
        createSite();
        assertNames(manager, "controller website returned null: return Outcome.done(), again(...)");
    }

    /** Has the name of {@link Item} and other components. */
    record FalseItem(ObjectMeta metadata, int size) implements Resource<FalseItem> {
        static final Kind<FalseItem> KIND = Kind.namespaced("example.com/v1", "Item", FalseItem.class);
    }

    @Test
    void kindThatTheServerHasAsAnotherRecordIsNamed() {
        world.user().create(Item.named("first"));
        Manager manager = start((site, ctx) -> {
            ctx.create(new FalseItem(ObjectMeta.named("default", "second"), 1));
            return Outcome.done();
        });
        createSite();
        assertNames(
                manager, "is the record io.coxswain.controller.Item on this server", "give one of them another name");
    }

    @Test
    void kindWithoutCacheIsRefusedWithTheLineToAdd() {
        Manager manager = start((site, ctx) -> {
            ctx.list(ConfigMap.KIND);
            return Outcome.done();
        });
        createSite();
        assertNames(
                manager,
                "controller website has no cache of ConfigMap: where the controller is made, add .owns(ConfigMap.KIND)"
                        + " if it makes such objects, .watches(ConfigMap.KIND, ...) if");
    }

    @Test
    void twoControllersOfOneNameAreRefused() {
        Manager.Builder builder =
                Manager.builder(world.client(), world.environment()).add(idle());
        String message = assertThrows(IllegalArgumentException.class, () -> builder.add(idle()))
                .getMessage();
        assertTrue(message.contains("give one of them another with .named(...)"), message);
    }

    @Test
    void resourceThatWouldOwnItselfIsRefused() {
        Manager manager = start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.apply(site.withReplicas(2));
                    return Outcome.done();
                })
                .owns(Website.KIND));
        createSite();
        assertNames(manager, "Website default/a would be owned by Website default/a, and owns itself");
    }

    @Test
    void ownerLoopOverSeveralStepsIsRefused() {
        Website top = world.user().create(Website.of("top", 1));
        Item middle = world.user().create(owned("middle", top));
        Website bottom = world.user()
                .create(new Website(
                        ObjectMeta.named("default", "bottom").withOwner(reference("Item", middle)),
                        new Website.Spec(1),
                        new Website.Status(0)));
        Manager manager = start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    if (site.metadata().name().equals("bottom")) {
                        ctx.apply(Website.of("top", 1));
                    }
                    return Outcome.done();
                })
                .owns(Website.KIND)
                .reads(Item.KIND));
        world.run();

        assertNames(
                manager,
                "Website default/top would be owned by Website " + bottom.key()
                        + ", and is an owner of Website default/bottom: owners that form a loop are never deleted");
    }

    private static Item owned(String name, Website owner) {
        return new Item(ObjectMeta.named("default", name).withOwner(reference("Website", owner)), "");
    }

    private static OwnerReference reference(String kind, Resource<?> owner) {
        ObjectMeta metadata = owner.metadata();
        return new OwnerReference("example.com/v1", kind, metadata.name(), true, true, metadata.uid());
    }

    @Test
    void mapperThatThrowsIsNamedUntilItGoesWellAndHarmsNoOtherChange() {
        Manager manager = start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    calls.add(site.metadata().name());
                    return Outcome.done();
                })
                .watches(Item.KIND, (item, caches) -> {
                    if (item.text().isEmpty()) {
                        throw new IllegalStateException("no text");
                    }
                    return List.of(Website.key(item.text()));
                }));
        createSite();
        calls.clear();
        world.user().create(Item.named("bad"));
        world.user().create(Item.named("good").withText("a"));
        world.run();

        assertEquals(List.of("a"), calls);
        assertEquals(
                List.of("controller website: the mapper or a predicate of Item threw for default/bad, so its change led"
                        + " to no reconcile: java.lang.IllegalStateException: no text: let it return no keys where it"
                        + " knows none"),
                manager.health().reasons());
        world.user().delete(Item.KIND, ResourceKey.of("default", "bad"));
        world.user().create(Item.named("bad").withText("a"));
        world.run();
        assertEquals(List.of(), manager.health().reasons());
    }

    @Test
    void selectorOnAFieldThatCannotBeSelectedNamesThoseThatCan() {
        String wiring = assertThrows(
                        BadRequestException.class,
                        () -> idle().reads(Pod.KIND)
                                .selects(Pod.KIND, Selection.all().field("spec.hostname", "x")))
                .getMessage();
        assertTrue(wiring.contains("spec.hostname is not a selectable field of Pod: use one of "), wiring);
        assertTrue(wiring.contains("spec.nodeName"), wiring);
        String index = assertThrows(IllegalArgumentException.class, () -> Index.field(Pod.KIND, "spec.hostname"))
                .getMessage();
        assertTrue(index.contains("these can: ") && index.contains("spec.nodeName"), index);
        Manager manager = start((site, ctx) -> {
            ctx.list(Item.KIND, Selection.all().field("text", "x"));
            return Outcome.done();
        });
        createSite();
        assertNames(manager, "text is not a selectable field of Item: use one of metadata.name");
    }

    @Test
    void selectionOfAKindThatIsNotCachedIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> idle().selects(Item.KIND, Selection.all()))
                .getMessage();
        assertTrue(message.contains("say before that it owns, watches or reads them"), message);
    }

    @Test
    void dependentThatTheCacheWouldNeverShowIsRefused() {
        Manager manager = start(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.create(Item.generated("item-"));
                    return Outcome.done();
                })
                .owns(Item.KIND)
                .selects(Item.KIND, Selection.all().labels("app=web")));
        createSite();
        assertNames(
                manager,
                "isn't among those that controller website of Website selects (all namespaces, labels app=web)");
        assertEquals(List.of(), world.user().list(Item.KIND));
    }
}
