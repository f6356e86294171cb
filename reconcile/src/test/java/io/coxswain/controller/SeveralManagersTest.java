package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.Resource;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Controllers that apply the same object, each under its own name. */
class SeveralManagersTest {
    private final World world = new World();
    private @Nullable Manager manager;

    private Manager start(ControllerSpec<?>... specs) {
        Manager.Builder builder = Manager.builder(world.client(), world.environment());
        for (ControllerSpec<?> spec : specs) {
            builder.add(spec);
        }
        Manager started = builder.build();
        manager = started;
        world.environment().await(started.start(), Duration.ofSeconds(1));
        return started;
    }

    private static <T extends Resource<T>> ControllerSpec<Website> applying(
            String name, T object, ApplyConflicts conflicts) {
        return Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                    ctx.apply(object, conflicts);
                    return Outcome.done();
                })
                .named(name);
    }

    private Item stored() {
        return world.user().get(Item.KIND, "shared");
    }

    @AfterEach
    void end() {
        if (manager != null) {
            manager.close();
        }
        world.close();
    }

    @Test
    void applyOfAnotherValueIsAConflictThatNamesBothAndTheField() {
        Manager running = start(applying("first", Item.named("shared").withText("mine"), ApplyConflicts.REFUSE));
        world.user().create(Website.of("a", 1));
        world.run();
        running.close();

        running = start(applying("second", Item.named("shared").withText("no, mine"), ApplyConflicts.REFUSE));
        world.run();
        String reason = running.health("second").reasons().toString();
        assertTrue(reason.contains("second applies other values than first did for text"), reason);
        assertEquals("mine", stored().text());
    }

    @Test
    void forceTakesTheFieldAndTheOtherIsToldSo() {
        Manager running = start(applying("first", Item.named("shared").withText("mine"), ApplyConflicts.REFUSE));
        world.user().create(Website.of("a", 1));
        world.run();
        running.close();

        running = start(
                applying("second", Item.named("shared").withText("no, mine"), ApplyConflicts.FORCE),
                applying("first", Item.named("shared").withText("mine"), ApplyConflicts.REFUSE));
        world.run();
        assertEquals("no, mine", stored().text());
        String reason = running.health("first").reasons().toString();
        assertTrue(reason.contains("first applies other values than second did for text"), reason);
        assertEquals(List.of(), running.health("second").reasons());
    }

    @Test
    void fieldsThatNobodyElseSetsAreSharedInPeace() {
        Manager running = start(
                applying("first", settings("a", "1"), ApplyConflicts.REFUSE),
                applying("second", settings("b", "2"), ApplyConflicts.REFUSE));
        world.user().create(Website.of("a", 1));
        world.run();

        assertEquals(
                Map.of("a", "1", "b", "2"),
                world.user().get(ConfigMap.KIND, "settings").data());
        assertEquals(List.of(), running.health().reasons());
    }

    private static ConfigMap settings(String name, String value) {
        return new ConfigMap(ObjectMeta.named("default", "settings"), Map.of(), Map.of(name, value), null);
    }
}
