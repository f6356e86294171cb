package io.coxswain.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.client.Client;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.FaultyClient;
import io.coxswain.testing.Widget;
import io.coxswain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaderElectorTest {
    private static final ResourceKey KEY = ResourceKey.of("default", "indexer");

    private final World world = new World();
    private final List<String> news = new ArrayList<>();
    private final Candidate a = new Candidate("a");
    private final Candidate b = new Candidate("b");

    /** A candidate with a connection of its own. */
    private final class Candidate implements ElectionListener {
        private final String name;
        private final FaultyClient connection = new FaultyClient(world.user().async());
        private final LeaderElector elector;

        Candidate(String name) {
            this.name = name;
            elector = LeaderElector.builder(client(), world.environment(), KEY, name)
                    .listener(this)
                    .build();
        }

        Client client() {
            return Client.over(connection, world.environment());
        }

        @Override
        public void onStartedLeading(Leadership term) {
            news.add(name + " leads " + term.transitions());
        }

        @Override
        public void onStoppedLeading(Leadership term, String reason) {
            assertEquals(Optional.empty(), elector.leadership());
            news.add(name + " stops: " + reason);
        }
    }

    private void startBoth() {
        a.elector.start();
        world.run();
        b.elector.start();
        world.run();
    }

    private void seconds(int count) {
        world.advance(Duration.ofSeconds(count));
    }

    private Lease lease() {
        return world.user().get(Lease.KIND, KEY);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void firstCandidateLeadsAndKeepsLeading() {
        startBoth();
        seconds(300);

        assertEquals(List.of("a leads 0"), news);
        assertTrue(a.elector.leadership().isPresent());
        assertEquals(Optional.empty(), b.elector.leadership());
        assertEquals(Optional.of("a"), b.elector.leader());
        assertEquals("candidate b for lease default/indexer: led by a", b.elector.toString());
        assertEquals(15, lease().spec().leaseDurationSeconds());
    }

    @Test
    void closedLeaderFreesTheLeaseForTheNextAtOnce() {
        startBoth();
        a.elector.stop();
        world.run();

        assertEquals(List.of("a leads 0", "a stops: candidate a was closed", "b leads 1"), news);
    }

    @Test
    void deadLeaderIsFollowedWhenItsLeaseHasPassed() {
        startBoth();
        a.connection.cutOff();
        seconds(14);
        assertEquals(Optional.empty(), b.elector.leadership());
        seconds(6);
        assertEquals(1, b.elector.leadership().orElseThrow().transitions());
    }

    @Test
    void leaderThatCannotRenewStopsBeforeAnotherBegins() {
        startBoth();
        a.connection.cutOff();
        seconds(10);
        assertEquals(List.of("a leads 0", "a stops: lease default/indexer wasn't renewed for 10000 ms"), news);
        seconds(10);
        assertEquals("b leads 1", news.get(2));

        a.connection.reconnect();
        seconds(60);
        assertEquals(3, news.size());
        b.elector.stop();
        world.run();
        seconds(5);
        assertEquals("a leads 2", news.get(news.size() - 1));
    }

    @Test
    void lostAnswersAreBridgedWithinTheDeadline() {
        startBoth();
        a.connection.loseAnswers(3);
        seconds(120);

        assertEquals(List.of("a leads 0"), news);
    }

    @Test
    void claimWhoseAnswerIsLostIsLedWithoutWaitingForItsEnd() {
        a.connection.loseAnswers(1);
        a.elector.start();
        seconds(5);

        assertEquals(List.of("a leads 0"), news);
    }

    @Test
    void writeOfADeposedLeaderIsRefused() {
        startBoth();
        Client fenced =
                a.client().requiring(a.elector.leadership().orElseThrow().fence());
        fenced.create(Widget.of("one", 1));
        a.connection.cutOff();
        seconds(30);
        a.connection.reconnect();

        ConflictException refused = assertThrows(ConflictException.class, () -> fenced.create(Widget.of("two", 1)));
        assertTrue(refused.getMessage().contains("default/indexer is held by b (transition 1)"), refused::getMessage);
    }

    @Test
    void formerLifeOfTheSameNameIsDeposed() {
        a.elector.start();
        world.run();
        Client former =
                a.client().requiring(a.elector.leadership().orElseThrow().fence());
        Candidate again = new Candidate("a");
        again.elector.start();
        world.run();

        assertEquals(1, again.elector.leadership().orElseThrow().transitions());
        assertThrows(ConflictException.class, () -> former.create(Widget.of("one", 1)));
        assertTrue(
                news.toString().contains("a stops: lease default/indexer was taken by a at revision"), news::toString);
    }

    @Test
    void deletedLeaseEndsTheTerm() {
        startBoth();
        world.user().delete(Lease.KIND, KEY);
        seconds(10);

        assertTrue(
                news.get(1).startsWith("a stops: lease default/indexer was ")
                        || news.get(2).startsWith("a stops: lease default/indexer was "),
                news::toString);
        assertTrue(a.elector.leadership().isPresent() != b.elector.leadership().isPresent());
    }

    @Test
    void timesThatOthersWroteAreNotCompared() {
        startBoth();
        Lease stored = lease();
        world.user().update(stored.withSpec(stored.spec().withRenewTime(Instant.EPOCH)));
        seconds(10);

        assertEquals(List.of("a leads 0"), news);
    }

    @Test
    void absentNamespaceIsReportedAndRetried() {
        LeaderElector elector = LeaderElector.builder(
                        a.client(), world.environment(), ResourceKey.of("later", "indexer"), "a")
                .listener(a)
                .build();
        elector.start();
        seconds(5);
        assertEquals(List.of(), news);
        world.namespace("later");
        seconds(5);
        assertEquals(List.of("a leads 0"), news);
    }

    @Test
    void closedCandidateLeavesTheLeaseAlone() {
        startBoth();
        long before = lease().metadata().resourceVersion();
        b.elector.close();
        assertEquals(before, lease().metadata().resourceVersion());
        assertTrue(a.elector.leadership().isPresent());
    }

    @Test
    void candidateThatIsClosedWhileItsClaimIsUnderWayReleasesIt() {
        a.elector.start();
        a.elector.close();
        world.run();
        b.elector.start();
        world.run();
        assertTrue(b.elector.leadership().isPresent());
    }

    @Test
    void contradictoryTimingsAreRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ElectionTimings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(2)));
        assertEquals(
                "election: leaseDuration: PT10S: must be above renewDeadline, PT10S, or two could lead at once",
                refused.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ElectionTimings(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ElectionTimings(Duration.ofMillis(1500), Duration.ofMillis(1000), Duration.ofMillis(100)));
        assertThrows(
                IllegalArgumentException.class, () -> LeaderElector.builder(a.client(), world.environment(), KEY, ""));
    }
}
