package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.informer.Informers;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final Set<InetSocketAddress> ours = new LinkedHashSet<>();
    private final ServedService one = served();
    private final ServedService other = served();

    private ServedService served() {
        PortForward.Context context = new PortForward.Context(
                environment, environment.serial("test"), new EventLoops(1), ProxyOptions.DEFAULT, new TrafficLog());
        return new ServedService(
                (ref, held) -> new PortForward(
                        ref, held, balancers.open(ref.service(), ref.name(), BalancingPolicy.leastRequest()), context),
                ours);
    }

    private Service service(String name, ServicePort... ports) {
        return new Service(
                ObjectMeta.named("shop", name),
                ServiceSpec.EMPTY.withClusterIP(block.services().address(0)).withPorts(List.of(ports)),
                ServiceStatus.EMPTY);
    }

    private static ServicePort port(String name, String protocol) {
        return new ServicePort(name, null, 0, 28_500, protocol, IntOrString.of(8080));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        block.close();
        environment.close();
    }

    @Test
    void secondServiceOnTheSamePortIsServedElsewhere() {
        Service first = service("a", port("http", "TCP"));
        Service second = service("b", port("http", "TCP"));
        assertEquals(List.of(), one.serve(first));

        List<PortProblem> problems = other.serve(second);

        assertEquals("PortInUse", problems.get(0).reason());
        assertEquals(28_500, one.servedPorts(first).get(28_500));
        assertNotEquals(28_500, other.servedPorts(second).get(28_500));
    }

    @Test
    void portOfAClosedServiceIsFreeForTheNext() {
        one.serve(service("a", port("http", "TCP")));
        one.close();

        assertEquals(List.of(), other.serve(service("b", port("http", "TCP"))));
    }

    @Test
    void protocolThatIsNotServedIsAProblem() {
        Service service = service("a", port("http", "TCP"), port("dns", "UDP"));
        one.serve(service);

        assertEquals("ProtocolNotSupported", one.problems(service).get(0).reason());
    }

    @Test
    void servicesWithoutAddressAreNotServed() {
        Service headless = service("a", port("http", "TCP"));
        headless = headless.withSpec(headless.spec().withClusterIP("None"));
        one.serve(headless);

        assertEquals(0, one.servedPorts(headless).size());
    }
}
