package io.coxswain.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Client;
import io.coxswain.environment.simulated.SimulationOptions;
import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.FaultyClient;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LeaderElectorLawsTest {
    private static final ResourceKey KEY = ResourceKey.of("default", "indexer");

    /** Whatever connections break and whoever leaves: never two leaders, and one again when all is well. */
    @Property(tries = 60)
    void neverTwoAndAtLastOne(@ForAll long seed) {
        try (World world = new World(SimulationOptions.seeded(seed))) {
            Random random = new Random(seed);
            List<FaultyClient> connections = new ArrayList<>();
            List<LeaderElector> electors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                FaultyClient connection = new FaultyClient(world.user().async());
                connections.add(connection);
                electors.add(LeaderElector.builder(
                                Client.over(connection, world.environment()), world.environment(), KEY, "c" + i)
                        .build());
                electors.get(i).start();
            }
            for (int step = 0; step < 120; step++) {
                FaultyClient connection = connections.get(random.nextInt(3));
                switch (random.nextInt(5)) {
                    case 0 -> connection.cutOff();
                    case 1 -> connection.loseAnswers(random.nextInt(4));
                    default -> connection.reconnect();
                }
                world.advance(Duration.ofMillis(random.nextInt(4000)));
                assertTrue(leaders(electors) <= 1, "two leaders");
            }
            connections.forEach(FaultyClient::reconnect);
            world.advance(Duration.ofSeconds(40));
            assertEquals(1, leaders(electors));
        }
    }

    private static long leaders(List<LeaderElector> electors) {
        return electors.stream()
                .filter(elector -> elector.leadership().isPresent())
                .count();
    }
}
