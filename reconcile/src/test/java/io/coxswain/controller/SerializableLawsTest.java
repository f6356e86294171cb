package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Two controllers that read what the other writes: an invariant that each of them keeps holds for both together if they are serializable, and doesn't otherwise. */
class SerializableLawsTest {
    private static final int SEEDS = 30;

    /** Each goes off duty while the other is on: one must go, and one must stay. */
    private static final Scenario DUTY = new Scenario(
            List.of("ann", "bob"),
            (self, ctx) -> {
                boolean covered = ctx.list(Item.KIND).stream()
                        .filter(item -> !item.metadata().name().equals(self))
                        .anyMatch(item -> item.text().equals("on"));
                pause(ctx.environment());
                if (covered) {
                    ctx.find(Item.KIND, ResourceKey.of("default", self))
                            .ifPresent(item -> ctx.patch(item, now -> now.withText("off")));
                }
            },
            items -> items.stream().filter(item -> item.text().equals("on")).count() == 1);

    /** Each makes one where there is none: phantoms. */
    private static final Scenario ONLY_ONE = new Scenario(
            List.of(),
            (self, ctx) -> {
                boolean none = ctx.list(Item.KIND).isEmpty();
                pause(ctx.environment());
                if (none) {
                    ctx.create(Item.named("by-" + self));
                }
            },
            items -> items.size() == 1);

    /** Each makes its own where the other's is absent. */
    private static final Scenario ABSENT = new Scenario(
            List.of(),
            (self, ctx) -> {
                String other = self.equals("ann") ? "bob" : "ann";
                boolean none =
                        ctx.find(Item.KIND, ResourceKey.of("default", other)).isEmpty();
                pause(ctx.environment());
                if (none) {
                    ctx.create(Item.named(self));
                }
            },
            items -> items.size() == 1);

    private interface Step {
        void run(String self, Context<Website> ctx);
    }

    private record Scenario(List<String> on, Step step, Predicate<List<Item>> invariant) {}

    /** Lets others act. */
    private static void pause(Environment environment) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        environment.schedule(
                Duration.ofMillis(environment.random("pauses").nextInt(1, 20)),
                environment.serial("pause"),
                () -> over.complete(null));
        environment.await(over, Duration.ofSeconds(1));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void serializableControllersKeepTheInvariant(@ForAll long seed) {
        for (Scenario scenario : List.of(DUTY, ONLY_ONE, ABSENT)) {
            assertTrue(holds(scenario, seed, ControllerSpec::serializable), scenario::toString);
        }
    }

    @Test
    void sameControllersBreakItOtherwise() {
        for (Scenario scenario : List.of(DUTY, ONLY_ONE, ABSENT)) {
            int broken = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                broken += holds(scenario, seed, spec -> spec) ? 0 : 1;
            }
            assertTrue(broken > 0, "write skew is to be seen in the normal mode");
        }
    }

    private static boolean holds(Scenario scenario, long seed, UnaryOperator<ControllerSpec<Website>> mode) {
        SimulationOptions options = SimulationOptions.seeded(seed).withChooser(Chooser.random(seed));
        try (World world = new World(options)) {
            scenario.on.forEach(name -> world.user().create(Item.named(name).withText("on")));
            Function<String, ControllerSpec<Website>> controller =
                    self -> mode.apply(Controller.of(Website.KIND, () -> (Reconciler<Website>) (site, ctx) -> {
                                scenario.step.run(self, ctx);
                                return Outcome.done();
                            })
                            .named(self)
                            .reads(Item.KIND));
            Manager manager = Manager.builder(world.client(), world.environment())
                    .add(controller.apply("ann"))
                    .add(controller.apply("bob"))
                    .build();
            world.environment().await(manager.start(), Duration.ofMinutes(1));
            world.user().create(Website.of("a", 1));
            world.advance(Duration.ofMinutes(1));
            manager.close();
            assertEquals(List.of(), world.environment().failures());
            return scenario.invariant.test(world.user().list(Item.KIND));
        }
    }
}
