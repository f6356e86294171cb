package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.balancing.Backend;
import io.coxswain.balancing.Balancer;
import io.coxswain.balancing.Balancers;
import io.coxswain.balancing.BalancingPolicy;
import io.coxswain.balancing.Locality;
import io.coxswain.client.Client;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.informer.Informers;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On simulated time: the timeout is hours. */
class ClientAffinityTest {
    private static final Duration LIMIT = Duration.ofHours(3);
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(4);
    private final MemoryStore store = MemoryStore.create(environment);
    private final ApiServer server = ApiServer.builder(store, environment).start();
    private final Client client = server.client();
    private final Informers informers = new Informers(server.async(), environment);
    private Balancers balancers;
    private Balancer balancer;
    private ClientAffinity affinity;

    @BeforeEach
    void start() {
        balancers = Balancers.start(informers, DrainBarrier.create(environment), environment, Locality.NOWHERE);
        Service service = new Service(
                ObjectMeta.named("default", "site"),
                ServiceSpec.EMPTY.withPorts(List.of(new ServicePort("", null, 0, 80, "TCP", IntOrString.of(8080)))),
                ServiceStatus.EMPTY);
        client.create(service);
        informers.start();
        balancer = balancers.open(service.key(), "", BalancingPolicy.roundRobin());
        affinity = new ClientAffinity(balancer, environment);
        affinity.timeout(LIMIT);
        endpoints(4);
    }

    private void endpoints(int count) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            endpoints.add(new Endpoint(
                    List.of("127.80.0." + i),
                    new EndpointConditions(true, true, false),
                    Map.of(),
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        ObjectMeta metadata = ObjectMeta.named("default", "site-a")
                .withLabel("kubernetes.io/service-name", "site")
                .withLabel("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
        client.apply(
                new EndpointSlice(metadata, "IPv4", endpoints, List.of(new EndpointPort("", null, 8080, "TCP"))),
                "test");
        environment.run();
    }

    @AfterEach
    void close() {
        balancers.close();
        informers.close();
        store.close();
        environment.close();
    }

    private String visit(int who) {
        return visit(who, List.of()).endpoint().address();
    }

    private Backend visit(int who, List<Backend> tried) {
        Backend begun = affinity.tryBegin(address(who), tried);
        assertNotNull(begun);
        begun.end();
        return begun;
    }

    private static InetAddress address(int who) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) who});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void clientComesBackWhereOthersAreSpread() {
        String mine = visit(1);
        Set<String> all = new LinkedHashSet<>();
        for (int i = 2; i < 10; i++) {
            all.add(visit(i));
            assertEquals(mine, visit(1));
        }
        assertEquals(4, all.size());
    }

    @Test
    void timeCountsFromTheLastVisitAndEnds() {
        String mine = visit(1);
        environment.advance(LIMIT.minusSeconds(1));
        assertEquals(mine, visit(1));
        environment.advance(LIMIT.minusSeconds(1));
        assertEquals(mine, visit(1));
        environment.advance(LIMIT);
        visit(2);
        assertEquals(1, affinity.size());
        Set<String> next = new LinkedHashSet<>(List.of(mine, visit(1)));
        environment.advance(LIMIT);
        next.add(visit(1));
        assertTrue(next.size() > 1, next::toString);
    }

    @Test
    void endpointThatCannotBeReachedIsLeftForGood() {
        Backend first = visit(1, List.of());
        Backend second = visit(1, List.of(first));
        assertTrue(!first.equals(second));
        assertEquals(second.endpoint().address(), visit(1));
    }

    @Test
    void withoutAffinityEachVisitIsAsTheBalancerSays() {
        affinity.timeout(null);
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < 4; i++) {
            all.add(visit(1));
        }
        assertEquals(4, all.size());
        assertEquals(0, affinity.size());
    }
}
