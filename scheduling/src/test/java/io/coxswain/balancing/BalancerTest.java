package io.coxswain.balancing;

import static io.coxswain.balancing.Slices.NOT_READY;
import static io.coxswain.balancing.Slices.READY;
import static io.coxswain.balancing.Slices.TERMINATING;
import static io.coxswain.balancing.Slices.endpoint;
import static io.coxswain.balancing.Slices.names;
import static io.coxswain.balancing.Slices.ready;
import static io.coxswain.balancing.Slices.readyUpTo;
import static io.coxswain.balancing.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.Drained;
import io.coxswain.endpoint.Endpoint;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final ResourceKey SITE = ResourceKey.of("shop", "site");

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final DrainBarrier barrier = DrainBarrier.create(environment);
    private final DrainBarrier.Participant participant = barrier.register("test");

    private Balancer balancer(BalancingPolicy policy) {
        return new Balancer(SITE, "http", policy, Locality.NOWHERE, environment, participant, any -> {});
    }

    private static void apply(Balancer balancer, long revision, EndpointSlice... slices) {
        balancer.apply(List.of(slices), TrafficPolicy.CLUSTER, revision);
    }

    @Test
    void picksAPodsAddressAndThePortOfThatName() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1));

        assertEquals(new Endpoint(ResourceKey.of("shop", "site-1"), "127.80.0.1", 8080), balancer.pick());
    }

    @Test
    void withoutEndpointTheReasonIsTold() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        assertReason(balancer, "its EndpointSlices haven't been read yet");
        apply(balancer, 1);
        assertReason(balancer, "it has no EndpointSlice: is there such a Service, and does its selector match a pod?");
        apply(balancer, 2, slice("site-a"));
        assertReason(balancer, "its selector matches no pod with an address, or no pod has the port http");
        apply(
                balancer,
                3,
                slice("site-a", endpoint(1, NOT_READY), endpoint(2, NOT_READY)),
                slice("site-b", endpoint(3, Slices.NOT_READY.withTerminating(true))));
        assertReason(balancer, "3 pods, none ready: site-1 not ready, site-2 not ready, site-3 terminating");
    }

    private static void assertReason(Balancer balancer, String reason) {
        assertNull(balancer.tryPick());
        assertNull(balancer.tryBegin());
        NoEndpointException thrown = assertThrows(NoEndpointException.class, balancer::pick);
        assertEquals(reason, thrown.reason());
        assertEquals("Service shop/site has no endpoint: " + reason, thrown.getMessage());
        assertThrows(NoEndpointException.class, balancer::begin);
    }

    @Test
    void localPolicyWithoutEndpointHereIsTheReason() {
        Balancer balancer = new Balancer(
                SITE, "http", BalancingPolicy.random(), Locality.node("n1"), environment, participant, any -> {});
        balancer.apply(List.of(ready(1, 2)), TrafficPolicy.LOCAL, 1);

        assertReason(balancer, "2 ready, none on node n1, and its traffic policy is Local");
    }

    @Property(tries = 50)
    void roundRobinIsEven(
            @ForAll @IntRange(min = 1, max = 40) int pods, @ForAll @IntRange(min = 1, max = 5) int rounds) {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, readyUpTo(pods));
        Map<Endpoint, Integer> picks = new LinkedHashMap<>();
        for (int i = 0; i < pods * rounds; i++) {
            picks.merge(balancer.pick(), 1, Integer::sum);
        }

        assertEquals(pods, picks.size());
        picks.values().forEach(count -> assertEquals(rounds, count));
    }

    @Property(tries = 50)
    void leastRequestNeverLoadsTheBusiestOfAll(
            @ForAll @IntRange(min = 2, max = 20) int pods, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        try (SimulatedEnvironment seeded = SimulatedEnvironment.seeded(seed)) {
            Balancer balancer = new Balancer(
                    SITE, "http", BalancingPolicy.leastRequest(), Locality.NOWHERE, seeded, participant, any -> {});
            apply(balancer, 1, readyUpTo(pods));
            Backend busiest = balancer.begin();
            for (int i = 0; i < 100; i++) {
                Backend backend = balancer.begin();
                assertNotEquals(busiest, backend);
                backend.end();
            }
        }
    }

    @Test
    void leastRequestSpreadsOpenRequests() {
        Balancer balancer = balancer(BalancingPolicy.leastRequest());
        apply(balancer, 1, readyUpTo(10));
        for (int i = 0; i < 1000; i++) {
            balancer.begin();
        }

        balancer.candidates().forEach(backend -> assertTrue(Math.abs(backend.open() - 100) <= 5, backend.toString()));
    }

    @Test
    void randomReachesEveryone() {
        Balancer balancer = balancer(BalancingPolicy.random());
        apply(balancer, 1, readyUpTo(10));
        for (int i = 0; i < 1000; i++) {
            balancer.begin().end();
        }

        balancer.candidates().forEach(backend -> assertTrue(Math.abs(backend.total() - 100) <= 40, backend.toString()));
    }

    @Property(tries = 60)
    void whatLeftIsNeverPicked(
            @ForAll @IntRange(min = 0, max = 2) int policy,
            @ForAll @IntRange(min = 2, max = 8) int pods,
            @ForAll List<@IntRange(min = 1, max = 8) Integer> leaving) {
        BalancingPolicy chosen = List.of(
                        BalancingPolicy.roundRobin(), BalancingPolicy.leastRequest(), BalancingPolicy.random())
                .get(policy);
        Balancer balancer = balancer(chosen);
        List<Integer> present = new ArrayList<>();
        for (int pod = 1; pod <= pods; pod++) {
            present.add(pod);
        }
        long revision = 1;
        apply(balancer, revision, readyUpTo(pods));
        for (Integer pod : leaving) {
            if (present.size() > 1) {
                present.remove(pod);
            }
            apply(
                    balancer,
                    ++revision,
                    ready(present.stream().mapToInt(it -> it).toArray()));
            for (int i = 0; i < 20; i++) {
                Backend backend = balancer.begin();
                assertTrue(present.contains(
                        Integer.parseInt(backend.endpoint().pod().name().substring("site-".length()))));
                backend.end();
            }
        }
    }

    @Test
    void backendKeepsItsCountsWhileItIsKnown() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1));
        Backend backend = balancer.begin();
        apply(balancer, 2, slice("site-a", endpoint(1, NOT_READY)));
        assertEquals(Backend.State.STANDBY, backend.state());
        apply(balancer, 3, ready(1, 2));

        assertSame(backend, balancer.candidates().get(0));
        assertEquals(Backend.State.CANDIDATE, backend.state());
        assertEquals(1, backend.open());
    }

    @Test
    void terminatingOrGoneIsLeaving() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1, 2, 3));
        Backend one = balancer.candidates().get(0);
        Backend two = balancer.candidates().get(1);

        apply(balancer, 2, slice("site-a", endpoint(1, TERMINATING), endpoint(3, READY)));

        assertEquals(Backend.State.LEAVING, one.state());
        assertEquals(Backend.State.LEAVING, two.state());
        assertEquals(List.of("site-3"), names(balancer.candidates().stream()));
    }

    @Test
    void endpointInTwoSlicesCountsOnce() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());

        apply(balancer, 1, slice("site-a", endpoint(1, NOT_READY)), slice("site-b", endpoint(1, READY)));

        assertEquals(1, balancer.candidates().size());
    }

    @Test
    void triesElsewhereOnlyWhereItHasNotTried() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1, 2, 3));
        List<Backend> tried = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Backend next = balancer.tryBeginElsewhere(tried);
            assertFalse(tried.contains(next));
            tried.add(next);
        }

        assertNull(balancer.tryBeginElsewhere(tried));
        tried.forEach(backend -> assertEquals(1, backend.open()));
    }

    @Test
    void openRequestHoldsTheBarrierUntilItEnds() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1));
        Backend backend = balancer.begin();
        apply(balancer, 2, ready(2));
        participant.applied(2);
        List<Drained> answers = new ArrayList<>();
        barrier.drained(backend.endpoint().pod(), 2, Duration.ofSeconds(2)).thenAccept(answers::add);
        environment.advance(Duration.ofSeconds(1));
        assertEquals(List.of(), answers);

        backend.end();
        environment.run();

        assertEquals(List.of(new Drained(true, 0)), answers);
    }

    @Test
    void listenersHearOfChangesOnly() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        AtomicInteger changes = new AtomicInteger();
        balancer.whenChanged(Runnable::run, changes::incrementAndGet);
        apply(balancer, 1, ready(1, 2));
        apply(balancer, 2, ready(1, 2));
        assertEquals(1, changes.get());

        apply(balancer, 3, ready(1));

        assertEquals(2, changes.get());
    }

    @Test
    void stoppedBalancerHasNoEndpoints() {
        Balancer balancer = balancer(BalancingPolicy.roundRobin());
        apply(balancer, 1, ready(1));
        balancer.stop("it is closed");
        apply(balancer, 2, ready(1));

        assertReason(balancer, "it is closed");
    }
}
