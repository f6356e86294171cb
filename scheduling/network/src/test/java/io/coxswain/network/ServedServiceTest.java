package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.balancing.Balancers;
import io.coxswain.balancing.BalancingPolicy;
import io.coxswain.balancing.Locality;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.informer.Informers;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two Services that share an address, as on a machine that has only one. Ports are held, nothing listens. */
class ServedServiceTest {
    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final ApiServer server =
            ApiServer.builder(MemoryStore.create(environment), environment).start();
    private final Balancers balancers = Balancers.start(
            new Informers(server.async(), environment),
            DrainBarrier.create(environment),
            environment,
            Locality.NOWHERE);
    private final AddressBlock block = AddressBlock.claim();
    private final Map<Place, ResourceKey> ours = new LinkedHashMap<>();
    private final ForwardContext context = new ForwardContext(
            environment, environment.serial("test"), new EventLoops(1), ProxyOptions.DEFAULT, new TrafficLog());
    private final ServedService one = served();
    private final ServedService other = served();

    private ServedService served() {
        return new ServedService(service("none"), this::forward, ours);
    }

    private Forward forward(ServicePortRef ref, Place place) throws IOException {
        if (ref.isUdp()) {
            return UdpForward.open(
                    ref, place, balancers.open(ref.service(), ref.name(), BalancingPolicy.leastRequest()), context);
        }
        return new TcpForward(
                ref,
                HeldPort.bind(place.address()),
                balancers.open(ref.service(), ref.name(), BalancingPolicy.leastRequest()),
                context);
    }

    private Service service(String name, ServicePort... ports) {
        return service(name, block.services().address(0), ports);
    }

    private static Service service(String name, String address, ServicePort... ports) {
        return new Service(
                ObjectMeta.named("shop", name),
                ServiceSpec.EMPTY.withClusterIP(address).withPorts(List.of(ports)),
                ServiceStatus.EMPTY);
    }

    private static ServicePort port(String name, String protocol) {
        return new ServicePort(name, null, 0, 28_500, protocol, IntOrString.of(8080));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        context.loops().close();
        block.close();
        environment.close();
    }

    @Test
    void secondServiceOnTheSamePortIsServedElsewhereAndNamesTheFirst() {
        assertEquals(List.of(), one.serve(service("a", port("http", "TCP"))));

        List<PortProblem> problems = other.serve(service("b", port("http", "TCP")));

        assertEquals("PortInUse", problems.get(0).reason());
        assertTrue(
                problems.get(0).message().contains("Address already in use by Service shop/a"),
                problems.get(0)::message);
        assertEquals(28_500, one.servedPorts().get(28_500));
        assertNotEquals(28_500, other.servedPorts().get(28_500));
    }

    @Test
    void portThatBecomesFreeIsServedAndTheOneGotInsteadGoesOn() {
        one.serve(service("a", port("http", "TCP")));
        other.serve(service("b", port("http", "TCP")));
        int instead = other.servedPorts().get(28_500);
        assertEquals(List.of(), other.retry());
        assertTrue(other.isTroubled());

        one.close();

        assertEquals(1, other.retry().size());
        assertEquals(28_500, other.servedPorts().get(28_500));
        assertEquals(List.of(), other.problems());
        assertFalse(other.isTroubled());
        assertTrue(ours.keySet().stream().anyMatch(place -> place.port() == instead));
        other.close();
        assertEquals(Map.of(), ours);
    }

    @Test
    void onASingleAddressAnotherPortIsNothingToComplainOf() {
        Service told = service("a", "127.0.0.1", port("http", "TCP"));
        int free = AddressBlock.loopbackOnly().freePort();
        told = told.withMetadata(ServedPorts.noted(told.metadata(), "28500=" + free));
        assertEquals(List.of(), one.serve(told));
        assertEquals(free, one.servedPorts().get(28_500));

        assertEquals(List.of(), other.serve(told.withMetadata(told.metadata().withName("b"))));
        assertNotEquals(free, other.servedPorts().get(28_500));
    }

    @Test
    void portIsServedBesideItsTwinOfAnotherProtocolThatWasMoved() {
        one.serve(service("a", port("http", "TCP")));
        other.serve(service("b", port("http", "TCP"), port("dns", "UDP")));

        int moved = other.servedPorts().get(28_500);
        assertNotEquals(28_500, moved);
        String address = block.services().address(0);
        assertTrue(ours.containsKey(new Place("UDP", new InetSocketAddress(address, moved))), ours::toString);
        assertTrue(ours.containsKey(new Place("UDP", new InetSocketAddress(address, 28_500))), ours::toString);
        assertEquals(1, other.problems().size());
    }

    @Test
    void protocolThatIsNotServedIsAProblemToldOnce() {
        Service service = service("a", port("http", "TCP"), port("signal", "SCTP"));

        assertEquals("ProtocolNotSupported", one.serve(service).get(0).reason());
        assertEquals(List.of(), one.serve(service));
        assertEquals(
                "port 28500/SCTP is not served: TCP and UDP are; connect to the pods' own addresses",
                one.problems().get(0).message());
        assertFalse(one.isTroubled());
    }

    @Test
    void servicesWithoutAddressAreNotServed() {
        Service headless = service("a", port("http", "TCP"));
        headless = headless.withSpec(headless.spec().withClusterIP("None"));
        one.serve(headless);

        assertEquals(0, one.servedPorts().size());
    }
}
