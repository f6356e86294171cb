package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.client.WatchEnd;
import io.coxswain.environment.simulated.Chooser;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under any schedule, with watches that end and answers that get lost, the dependents end as the resources say, and one seed is one history. */
class ControllerLawsTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final int STEPS = 30;

    static List<Integer> seeds() {
        return java.util.stream.IntStream.range(0, 40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dependentsEndAsTheResourcesSayAndTheSeedDecidesAll(int seed) {
        assertEquals(run(seed), run(seed));
    }

    /** A hash of all that happened. */
    private static long run(int seed) {
        SimulationOptions options = SimulationOptions.seeded(seed).withChooser(Chooser.random(seed));
        try (World world = new World(options)) {
            Manager manager = Manager.builder(world.client(), world.environment())
                    .add(WebsiteReconciler.controller().concurrency(2))
                    .add(exactlyAsManyItems())
                    .build();
            world.environment().await(manager.start(), Duration.ofMinutes(5));
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < STEPS; i++) {
                step(random, world);
            }
            world.advance(Duration.ofMinutes(30));
            compare(world);
            manager.close();
            assertEquals(List.of(), world.environment().failures());
            return world.environment().traceHash();
        }
    }

    private static ControllerSpec<Website> exactlyAsManyItems() {
        return Controller.of(Website.KIND, () -> (site, ctx) -> {
                    List<Item> items = ctx.owned(Item.KIND);
                    for (int i = items.size(); i < site.spec().replicas(); i++) {
                        ctx.create(Item.generated(site.metadata().name() + "-"));
                    }
                    items.stream().skip(site.spec().replicas()).forEach(ctx::delete);
                    return Outcome.done();
                })
                .named("items")
                .owns(Item.KIND);
    }

    private static void step(SplittableRandom random, World world) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        boolean isThere = world.user().find(Website.KIND, Website.key(name)).isPresent();
        switch (random.nextInt(8)) {
            case 0 -> world.faults().endWatches(Item.KIND, new WatchEnd.Expired(1));
            case 1 -> world.faults().endWatches(Website.KIND, new WatchEnd.Failed(new IllegalStateException("down")));
            case 2 -> world.faults().loseAnswers(1);
            case 3 -> world.advance(Duration.ofMillis(random.nextInt(2_000)));
            default -> {
                if (isThere) {
                    int replicas = random.nextInt(4);
                    world.user().patch(Website.KIND, Website.key(name), site -> site.withReplicas(replicas));
                } else {
                    world.user().create(Website.of(name, random.nextInt(4)));
                }
            }
        }
    }

    private static void compare(World world) {
        TreeMap<String, Integer> wanted = new TreeMap<>();
        TreeMap<String, Integer> deployed = new TreeMap<>();
        TreeMap<String, Integer> items = new TreeMap<>();
        for (Website site : world.user().list(Website.KIND)) {
            String name = site.metadata().name();
            wanted.put(name, site.spec().replicas());
            deployed.put(name, world.user().get(Deployment.KIND, name).spec().replicas());
            items.put(name, 0);
        }
        world.user()
                .list(Item.KIND)
                .forEach(item ->
                        items.merge(item.metadata().controller().orElseThrow().name(), 1, Integer::sum));
        assertEquals(wanted, deployed);
        assertEquals(wanted, items);
    }
}
