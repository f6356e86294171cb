package io.coxswain.balancing;

import static io.coxswain.balancing.Slices.READY;
import static io.coxswain.balancing.Slices.endpoint;
import static io.coxswain.balancing.Slices.names;
import static io.coxswain.balancing.Slices.ready;
import static io.coxswain.balancing.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.NamespaceSpec;
import io.coxswain.api.core.v1.NamespaceStatus;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.Drained;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.informer.Informers;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancersTest {
    private static final ResourceKey SITE = ResourceKey.of("shop", "site");

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final MemoryStore store = MemoryStore.create(environment);
    private final ApiServer server = ApiServer.builder(store, environment).start();
    private final Client client = server.client();
    private final DrainBarrier barrier = DrainBarrier.create(environment);
    private final Informers informers = new Informers(server.async(), environment);
    private final Balancers balancers = Balancers.start(informers, barrier, environment, Locality.NOWHERE);

    @BeforeEach
    void start() {
        client.create(new Namespace(ObjectMeta.named("shop"), NamespaceSpec.EMPTY, NamespaceStatus.EMPTY));
        informers.start();
        environment.run();
    }

    @AfterEach
    void stop() {
        balancers.close();
        informers.close();
        environment.run();
        store.close();
        environment.close();
    }

    /** As the cluster's own controller does, whose slices may hold loopback addresses. */
    private long apply(EndpointSlice slice) {
        EndpointSlice own = slice.withMetadata(slice.metadata()
                .withLabel("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io"));
        long revision = client.apply(own, "test").metadata().resourceVersion();
        environment.run();
        return revision;
    }

    @Test
    void balancerFollowsAllSlicesOfItsService() {
        Balancer balancer = balancers.balancer(SITE);
        apply(ready(1, 2));
        apply(slice("site-b", endpoint(3, READY)));
        apply(slice("elsewhere", endpoint(9, READY)).withMetadata(ObjectMeta.named("shop", "elsewhere")));

        assertEquals(List.of("site-1", "site-2", "site-3"), names(balancer.candidates().stream()));
    }

    @Test
    void balancerKnowsWhatIsCachedAsSoonAsItIsAskedFor() {
        apply(ready(1));

        assertEquals("site-1", balancers.balancer(SITE).pick().pod().name());
    }

    @Test
    void everybodyWhoAsksForTheSameGetsTheSame() {
        Balancer balancer = balancers.balancer(SITE);

        assertSame(balancer, balancers.balancer(SITE));
        assertNotSame(balancer, balancers.balancer(SITE, "http", BalancingPolicy.roundRobin()));
        assertNotSame(balancer, balancers.open(SITE, null, BalancingPolicy.roundRobin()));
    }

    @Test
    void closedBalancerIsNotFedAndMadeAnewWhenAskedForAgain() {
        Balancer balancer = balancers.balancer(SITE);
        balancer.close();
        balancer.close();
        apply(ready(1));

        assertNull(balancer.tryPick());
        assertNotSame(balancer, balancers.balancer(SITE));
    }

    @Test
    void podIsDrainedWhenEveryBalancerHasLetGoAndItsRequestsHaveEnded() {
        apply(ready(1, 2));
        Balancer one = balancers.balancer(SITE);
        Balancer other = balancers.open(SITE, "http", BalancingPolicy.leastRequest());
        List<Backend> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            open.add(one.begin());
            open.add(other.begin());
        }
        List<Drained> answers = new ArrayList<>();
        long revision = apply(ready(2));
        barrier.drained(ResourceKey.of("shop", "site-1"), revision, Duration.ofSeconds(2))
                .thenAccept(answers::add);
        environment.advance(Duration.ofMillis(100));
        assertTrue(answers.isEmpty());

        open.forEach(Backend::end);
        environment.run();

        assertEquals(List.of(new Drained(true, 0)), answers);
        assertEquals("site-2", one.pick().pod().name());
    }

    @Test
    void balancersThatAreClosedHoldUpNobody() {
        apply(ready(1));
        balancers.balancer(SITE).begin();
        balancers.close();
        List<Drained> answers = new ArrayList<>();
        barrier.drained(ResourceKey.of("shop", "site-1"), 1_000, Duration.ofSeconds(2))
                .thenAccept(answers::add);
        environment.advance(Duration.ZERO);

        assertEquals(List.of(new Drained(true, 0)), answers);
        assertNull(balancers.balancer(SITE).tryPick());
    }
}
