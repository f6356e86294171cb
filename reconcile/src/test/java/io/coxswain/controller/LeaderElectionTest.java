package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Client;
import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.FaultyClient;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaderElectionTest {
    private static final ResourceKey LEASE = ResourceKey.of("default", "website");

    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private final Host a = new Host("a");
    private final Host b = new Host("b");

    private final class Host {
        private final FaultyClient connection = new FaultyClient(world.user().async());
        private final Manager manager;

        Host(String name) {
            Client client = Client.over(connection, world.environment());
            manager = Manager.builder(client, world.environment())
                    .add(Controller.of(Website.KIND, () -> (site, ctx) -> {
                        calls.add(name + " " + site.metadata().name());
                        ctx.updateStatus(
                                site.withStatus(new Website.Status(site.spec().replicas())));
                        return Outcome.done();
                    }))
                    .leaderElection(LEASE, name)
                    .build();
        }
    }

    private void startBoth() {
        a.manager.start();
        world.run();
        b.manager.start();
        world.run();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void standbyIsReadyAndDoesNothing() {
        startBoth();
        world.user().create(Website.of("one", 1));
        world.run();

        assertEquals(Health.State.READY, a.manager.health().state());
        assertEquals(Health.State.STANDBY, b.manager.health().state());
        assertTrue(b.manager.health().isReady());
        assertEquals(
                List.of("standby, candidate b for lease default/website: led by a"),
                b.manager.health().reasons());
        assertEquals(List.of("a one", "a one"), calls);
    }

    @Test
    void stoppedLeaderHandsOverAtOnce() {
        startBoth();
        a.manager.stop("moved away");
        world.user().create(Website.of("one", 1));
        world.run();

        assertEquals(Health.State.READY, b.manager.health().state());
        assertEquals(List.of("b one", "b one"), calls);
    }

    @Test
    void lostLeaseEndsTheManagerWithItsReason() {
        startBoth();
        a.connection.cutOff();
        world.advance(Duration.ofSeconds(30));

        assertFalse(a.manager.health().isLive());
        assertTrue(
                a.manager.health().toString().contains("lease default/website wasn't renewed for 10000 ms"),
                () -> a.manager.health().toString());
        assertEquals(Health.State.READY, b.manager.health().state());
    }

    /** The whole point of the fence: a reconcile that was under way when its leader was deposed writes nothing. */
    @Test
    void reconcileThatOutlastsItsTermWritesNothing() {
        startBoth();
        world.user().create(Website.of("one", 1));
        world.run();
        int before = calls.size();
        a.connection.cutOff();
        world.advance(Duration.ofSeconds(30));
        world.user().patch(Website.KIND, Website.key("one"), site -> site.withReplicas(5));
        world.run();

        assertTrue(calls.subList(before, calls.size()).stream().allMatch(call -> call.startsWith("b")));
        assertEquals(5, world.user().get(Website.KIND, "one").status().readyReplicas());
    }
}
