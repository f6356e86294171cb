package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.admission.AdmissionRequest;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Cause;
import io.coxswain.client.Client;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceAddressesTest {
    private static final String FIRST_GIVEN = "127.80.129.3";

    private final SimulatedEnvironment environment = SimulatedEnvironment.seeded(1);
    private final ServiceAddresses plugin = new ServiceAddresses(AddressBlock.unclaimed(80), environment);
    private final Map<ResourceKey, Service> stored = new LinkedHashMap<>();

    private final Reader reader = new Reader() {
        @Override
        public long revision() {
            return 1;
        }

        @Override
        public <R extends Resource<R>> R find(Kind<R> kind, ResourceKey key) {
            return kind.type().cast(stored.get(key));
        }

        @Override
        public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
            return stored.values().stream().map(kind.type()::cast).toList();
        }
    };

    private static Service service(String name, ServiceSpec spec) {
        return new Service(ObjectMeta.named("shop", name), spec, ServiceStatus.EMPTY);
    }

    private static ServiceSpec spec(ServicePort... ports) {
        return ServiceSpec.EMPTY.withSelector(Map.of("app", "site")).withPorts(List.of(ports));
    }

    private static ServicePort port(int number) {
        return new ServicePort("p" + number, null, 0, number, "", IntOrString.of(8080));
    }

    private ServiceSpec admit(Service service) {
        Service old = stored.get(service.key());
        return plugin.mutate(new AdmissionRequest<>(
                        old == null ? AdmissionRequest.Verb.CREATE : AdmissionRequest.Verb.UPDATE,
                        Service.KIND,
                        service,
                        old,
                        reader,
                        Cause.UNKNOWN))
                .spec();
    }

    private ServiceSpec store(String name, ServiceSpec spec) {
        ServiceSpec admitted = admit(service(name, spec));
        stored.put(ResourceKey.of("shop", name), service(name, admitted));
        return admitted;
    }

    private void assertRefused(String name, ServiceSpec spec, String... parts) {
        String message = assertThrows(InvalidException.class, () -> admit(service(name, spec)))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void serviceIsGivenAnAddressOfTheUpperHalf() {
        ServiceSpec given = store("a", spec(port(80)));

        assertEquals(FIRST_GIVEN, given.clusterIP());
        assertEquals(List.of(FIRST_GIVEN), given.clusterIPs());
        assertEquals(List.of("IPv4"), given.ipFamilies());
        assertEquals("SingleStack", given.ipFamilyPolicy());
        assertEquals(0, given.ports().get(0).nodePort());
    }

    @Test
    void everyServiceHasAnotherAddress() {
        Set<String> addresses = new LinkedHashSet<>();
        for (int i = 0; i < 600; i++) {
            addresses.add(store("s" + i, spec(port(80))).clusterIP());
        }

        assertEquals(600, addresses.size());
    }

    @Test
    void writesThatAreUnderWayAtOnceGetDifferentAddresses() {
        assertNotEquals(
                admit(service("a", spec())).clusterIP(),
                admit(service("b", spec())).clusterIP());
    }

    @Test
    void servicesOfAClusterWithOtherAddressesGetSomeOfThese() {
        ServiceSpec elsewhere = store("a", spec(port(80).withNodePort(30_100)).withType("NodePort"))
                .withClusterIP("127.90.129.3")
                .withClusterIPs(List.of("127.90.129.3"));
        Service first = plugin.moved(service("a", elsewhere), reader);
        Service second =
                plugin.moved(service("b", elsewhere.withPorts(List.of(port(80).withNodePort(30_101)))), reader);

        assertTrue(first.spec().clusterIP().startsWith("127.80."), first::toString);
        assertEquals(List.of(first.spec().clusterIP()), first.spec().clusterIPs());
        assertEquals(30_100, first.spec().ports().get(0).nodePort());
        assertNotEquals(first.spec().clusterIP(), second.spec().clusterIP());
    }

    @Test
    void servicesThatNeedNoOtherAddressAreNotMoved() {
        for (ServiceSpec spec : List.of(
                store("own", spec(port(80))),
                store("headless", spec().withClusterIP("None")),
                store("external", spec().withType("ExternalName").withExternalName("example.com")))) {
            Service service = service("any", spec);
            assertSame(service, plugin.moved(service, reader));
        }
    }

    @Test
    void headlessAndExternalNameHaveNone() {
        assertEquals("None", store("headless", spec().withClusterIP("None")).clusterIP());
        assertEquals(
                List.of("None"),
                stored.get(ResourceKey.of("shop", "headless")).spec().clusterIPs());
        ServiceSpec external = spec().withType("ExternalName").withExternalName("example.com");
        assertSame(external, store("external", external));
    }

    @Test
    void headlessWithoutSelectorMayHaveBothFamilies() {
        ServiceSpec given = store("headless", spec().withSelector(Map.of()).withClusterIP("None"));

        assertEquals(List.of("IPv4", "IPv6"), given.ipFamilies());
        assertEquals("RequireDualStack", given.ipFamilyPolicy());
    }

    @Test
    void chosenAddressIsTakenIfItIsFreeAndInTheRange() {
        assertEquals(
                "127.80.128.5", store("a", spec().withClusterIP("127.80.128.5")).clusterIP());
        assertRefused(
                "b",
                spec().withClusterIP("127.80.128.5"),
                "Service shop/b is invalid",
                "spec.clusterIPs: Invalid value: \"[127.80.128.5]\"",
                "provided IP is already allocated");
        assertRefused(
                "b",
                spec().withClusterIP("10.0.0.1"),
                "The range of valid IPs is 127.80.128.1-127.80.255.253; leave it out to be given one");
    }

    @Test
    void chosenAddressOfAWriteUnderWayIsRefusedForAMoment() {
        admit(service("a", spec().withClusterIP("127.80.128.5")));
        assertRefused("b", spec().withClusterIP("127.80.128.5"), "already allocated");

        environment.advance(Duration.ofSeconds(11));

        assertEquals(
                "127.80.128.5",
                admit(service("b", spec().withClusterIP("127.80.128.5"))).clusterIP());
    }

    @Test
    void updateWithoutAddressKeepsIt() {
        store("a", spec(port(80)));

        assertEquals(FIRST_GIVEN, store("a", spec(port(81))).clusterIP());
        assertEquals(List.of(FIRST_GIVEN), store("a", spec(port(81))).clusterIPs());
    }

    @Test
    void changeToExternalNameGivesTheAddressBack() {
        ServiceSpec given = store("a", spec(port(80)));

        ServiceSpec external = store("a", given.withType("ExternalName").withExternalName("example.com"));

        assertEquals("", external.clusterIP());
        assertEquals(List.of(), external.clusterIPs());
        assertEquals(List.of(), external.ipFamilies());
    }

    @Test
    void nodePortsAreGivenToTypesThatHaveThem() {
        ServiceSpec given = store("a", spec(port(80), port(81)).withType("NodePort"));

        List<Integer> ports = given.ports().stream().map(ServicePort::nodePort).toList();
        assertEquals(List.of(30_086, 30_087), ports);
        assertEquals(
                ports,
                store("a", spec(port(80), port(81)).withType("NodePort")).ports().stream()
                        .map(ServicePort::nodePort)
                        .toList());
        assertEquals(
                0,
                store("b", spec(port(80)).withType("LoadBalancer").withAllocateLoadBalancerNodePorts(false))
                        .ports()
                        .get(0)
                        .nodePort());
        assertEquals(
                30_088,
                store("c", spec(port(80)).withType("LoadBalancer"))
                        .ports()
                        .get(0)
                        .nodePort());
    }

    @Test
    void changeToClusterIpDropsNodePorts() {
        ServiceSpec given = store("a", spec(port(80)).withType("NodePort"));

        assertEquals(0, store("a", given.withType("ClusterIP")).ports().get(0).nodePort());
    }

    @Test
    void localLoadBalancerHasAHealthCheckPort() {
        ServiceSpec given = store("a", spec(port(80)).withType("LoadBalancer").withExternalTrafficPolicy("Local"));

        assertEquals(30_087, given.healthCheckNodePort());
    }

    @Test
    void sameNumberWithAnotherProtocolSharesTheNodePort() {
        ServicePort udp = port(80).withName("dns").withProtocol("UDP");

        ServiceSpec given = store("a", spec(port(80), udp).withType("NodePort"));

        assertEquals(given.ports().get(0).nodePort(), given.ports().get(1).nodePort());
    }

    @Test
    void chosenNodePortMustBeFreeAndInTheRange() {
        store("a", spec(port(80).withNodePort(30_001)).withType("NodePort"));

        assertRefused(
                "b",
                spec(port(80).withNodePort(30_001), port(81).withNodePort(80)).withType("NodePort"),
                "spec.ports[0].nodePort: Invalid value: 30001: provided port is already allocated",
                "spec.ports[1].nodePort: Invalid value: 80: provided port is not in the valid range. "
                        + "The range of valid ports is 30000-32767");
    }

    @Test
    void ipv6IsRefused() {
        assertRefused(
                "a",
                spec().withIpFamilies(List.of("IPv6")).withIpFamilyPolicy("RequireDualStack"),
                "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack",
                "spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster");
    }

    @Test
    void allServicesShareASingleAddressOnPortsOfTheirOwn() {
        ServiceAddresses single = new ServiceAddresses(AddressBlock.loopbackOnly(), environment);
        Set<Integer> ports = new LinkedHashSet<>();
        for (String name : List.of("a", "b")) {
            Service admitted = admitted(single, service(name, spec(port(80), port(443))), null);
            assertEquals("127.0.0.1", admitted.spec().clusterIP());
            stored.put(admitted.key(), admitted);
            ports.add(ServedPorts.of(admitted, 80));
            ports.add(ServedPorts.of(admitted, 443));
        }
        assertEquals(4, ports.size());
        assertFalse(ports.contains(80));

        Service old = stored.get(ResourceKey.of("shop", "a"));
        Service updated = admitted(single, service("a", spec(port(80), port(81))), old);
        assertEquals(ServedPorts.of(old, 80), ServedPorts.of(updated, 80));
        assertNotEquals(81, ServedPorts.of(updated, 81));
        assertEquals(443, ServedPorts.of(updated, 443));
    }

    private Service admitted(ServiceAddresses by, Service service, Service old) {
        AdmissionRequest.Verb verb = old == null ? AdmissionRequest.Verb.CREATE : AdmissionRequest.Verb.UPDATE;
        return by.mutate(new AdmissionRequest<>(verb, Service.KIND, service, old, reader, Cause.UNKNOWN));
    }

    @Test
    void plainLocalLoadBalancerPassesValidation() {
        try (MemoryStore store = MemoryStore.create(environment)) {
            Client client = ApiServer.builder(store, environment)
                    .admission(plugin)
                    .start()
                    .client();
            Service plain = new Service(
                    ObjectMeta.named("default", "site"),
                    ServiceSpec.EMPTY
                            .withType("LoadBalancer")
                            .withExternalTrafficPolicy("Local")
                            .withSelector(Map.of("app", "site"))
                            .withPorts(List.of(new ServicePort("", null, 0, 80, "", IntOrString.of(8080)))),
                    ServiceStatus.EMPTY);
            ServiceSpec created = client.create(plain).spec();
            assertTrue(created.healthCheckNodePort() >= 30_000, created::toString);
            assertTrue(created.ports().get(0).nodePort() >= 30_000, created::toString);

            ServiceSpec again = client.apply(plain, "test").spec();
            assertEquals(created.healthCheckNodePort(), again.healthCheckNodePort());
            Service cluster = client.patch(
                    Service.KIND, plain.key(), read -> read.withSpec(read.spec().withExternalTrafficPolicy("Cluster")));
            assertEquals(0, cluster.spec().healthCheckNodePort());
        }
    }

    @Test
    void statusWritesPassUnchanged() {
        Service service = service("a", spec());

        assertSame(
                service,
                plugin.mutate(new AdmissionRequest<>(
                        AdmissionRequest.Verb.UPDATE_STATUS, Service.KIND, service, service, reader, Cause.UNKNOWN)));
    }
}
