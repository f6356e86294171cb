package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.Condition;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.balancing.Balancers;
import io.coxswain.balancing.Locality;
import io.coxswain.client.Client;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.endpoint.Drained;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informers;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real sockets. */
class ServiceProxyTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration UDP_IDLE = Duration.ofMillis(100);
    private static final EndpointConditions READY = new EndpointConditions(true, true, false);
    private static final int PORT = AddressBlock.loopbackOnly().freePort();
    private static final ResourceKey SITE = ResourceKey.of("default", "site");

    private final Environment environment = Environment.system();
    private final AddressBlock block = AddressBlock.claim();
    private final MemoryStore store = MemoryStore.create(environment);
    private final ApiServer server = ApiServer.builder(store, environment)
            .admission(new ServiceAddresses(block, environment))
            .start();
    private final Client client = server.client();
    private final DrainBarrier barrier = DrainBarrier.create(environment);
    private final Informers informers = new Informers(server.async(), environment);
    private final Map<Integer, EchoServer> servers = new LinkedHashMap<>();
    private final InetSocketAddress site =
            new InetSocketAddress(block.services().address(0), 8000);
    private Balancers balancers;
    private ServiceProxy proxy;

    @BeforeEach
    void start() {
        Assumptions.assumeFalse(block.isSingleAddress(), "This machine has no address but 127.0.0.1");
        balancers = Balancers.start(informers, barrier, environment, Locality.NOWHERE);
        proxy = ServiceProxy.start(
                server.async(),
                informers,
                balancers,
                environment,
                ProxyOptions.DEFAULT
                        .withDrainBound(Duration.ofMillis(50))
                        .withUdpIdle(UDP_IDLE)
                        .withFirstRetry(Duration.ofMillis(20)));
        informers.start();
        environment.await(informers.synced(), LIMIT);
    }

    @AfterEach
    void stop() throws IOException {
        if (proxy != null) {
            proxy.close();
            balancers.close();
        }
        informers.close();
        for (EchoServer server : servers.values()) {
            server.close();
        }
        store.close();
        block.close();
    }

    private String podAddress(int pod) {
        return block.pods().range().address(pod);
    }

    private void serve(int... pods) throws IOException {
        for (int pod : pods) {
            servers.put(pod, new EchoServer(environment, "site-" + pod, new InetSocketAddress(podAddress(pod), PORT)));
        }
    }

    private static Service service(String address, int port) {
        return new Service(
                ObjectMeta.named("default", "site"),
                ServiceSpec.EMPTY
                        .withClusterIP(address)
                        .withPorts(List.of(new ServicePort("http", null, 0, port, "TCP", IntOrString.of(PORT)))),
                ServiceStatus.EMPTY);
    }

    private void declareService() {
        client.create(service(site.getHostString(), site.getPort()));
    }

    private long endpoints(int... pods) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (int pod : pods) {
            endpoints.add(new Endpoint(
                    List.of(podAddress(pod)),
                    READY,
                    Map.of(),
                    null,
                    null,
                    null,
                    new ObjectReference("v1", "Pod", "default", "site-" + pod, "", "", ""),
                    null));
        }
        EndpointSlice slice = new EndpointSlice(
                ObjectMeta.named("default", "site-a")
                        .withLabel("kubernetes.io/service-name", "site")
                        .withLabel("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io"),
                "IPv4",
                endpoints,
                List.of(new EndpointPort("http", null, PORT, "TCP")));
        return client.apply(slice, "test").metadata().resourceVersion();
    }

    private static String request(InetSocketAddress address, String text) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean isServed() {
        try {
            return !request(site, "x").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isRefused() {
        try {
            request(site, "x");
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void eventually(BooleanSupplier condition) {
        eventually(condition, POLL);
    }

    private void eventually(BooleanSupplier condition, Duration pause) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        poll(condition, pause, reached);
        environment.await(reached, LIMIT);
    }

    private void poll(BooleanSupplier condition, Duration pause, CompletableFuture<Void> reached) {
        environment.schedule(pause, environment.workers("poll", 1), () -> {
            try {
                if (condition.getAsBoolean()) {
                    reached.complete(null);
                } else {
                    poll(condition, pause, reached);
                }
            } catch (Throwable e) {
                reached.completeExceptionally(e);
            }
        });
    }

    private long total(java.util.function.ToLongFunction<EndpointTraffic> figure) {
        return proxy.traffic().stream().mapToLong(figure).sum();
    }

    @Test
    void connectionsAreSpreadAndHalfCloseIsPassedOn() throws IOException {
        serve(1, 2, 3);
        declareService();
        endpoints(1, 2, 3);
        eventually(this::isServed);
        long before = total(EndpointTraffic::connections);

        for (int i = 0; i < 60; i++) {
            String answer = request(site, "hello " + i);
            assertTrue(answer.matches("site-[123]:hello " + i), answer);
        }

        assertEquals(60, total(EndpointTraffic::connections) - before);
        assertEquals(0, total(EndpointTraffic::failedConnects));
        servers.values().forEach(server -> assertTrue(server.connections.get() > 0));
    }

    @Test
    void withoutEndpointConnectionsAreRefusedAtOnce() throws IOException {
        serve(1);
        declareService();
        assertThrows(ConnectException.class, () -> request(site, "x"));
        endpoints(1);
        eventually(this::isServed);

        endpoints();

        eventually(this::isRefused);
        endpoints(1);
        eventually(this::isServed);
    }

    @Test
    void backendThatCannotBeReachedIsLeftForAnother() throws IOException {
        serve(1);
        declareService();
        endpoints(1, 2);
        eventually(this::isServed);

        for (int i = 0; i < 30; i++) {
            assertEquals("site-1:x", request(site, "x"));
        }

        assertTrue(total(EndpointTraffic::failedConnects) > 0);
        assertEquals(0, proxy.refusals());
    }

    @Test
    void whereNoBackendCanBeReachedTheConnectionIsReset() {
        declareService();
        endpoints(1, 2);

        eventually(() -> {
            try {
                return request(site, "x").isEmpty();
            } catch (IOException e) {
                return proxy.refusals() > 0;
            }
        });

        assertTrue(proxy.refusals() > 0);
    }

    @Test
    void leavingEndpointGetsNothingNewAndWhatIsOpenIsCutAfterTheBound() throws IOException {
        serve(1, 2);
        declareService();
        endpoints(1);
        eventually(this::isServed);
        try (Socket open = new Socket()) {
            open.connect(site);
            byte[] name = open.getInputStream().readNBytes("site-1:".length());
            assertEquals("site-1:", new String(name, StandardCharsets.UTF_8));
            int before = servers.get(1).connections.get();

            long revision = endpoints(2);
            CompletionStage<Drained> drained = barrier.drained(ResourceKey.of("default", "site-1"), revision, LIMIT);
            eventually(() -> balancers.balancer(SITE).revision() >= revision);
            assertEquals("site-2:x", request(site, "x"));

            assertThrows(IOException.class, () -> readUntilReset(open));
            assertEquals(new Drained(true, 0), environment.await(drained, LIMIT));
            assertEquals(before, servers.get(1).connections.get());
            assertEquals(1, total(EndpointTraffic::cut));
        }
    }

    private static void readUntilReset(Socket socket) throws IOException {
        if (socket.getInputStream().read() < 0) {
            throw new AssertionError("the connection ended as if it were complete");
        }
    }

    @Test
    void resetOfTheBackendIsAResetForTheClient() throws IOException {
        serve(1);
        declareService();
        endpoints(1);
        eventually(this::isServed);

        try (Socket socket = new Socket()) {
            socket.connect(site);
            socket.getOutputStream().write('R');
            assertThrows(IOException.class, () -> {
                while (socket.getInputStream().read() >= 0) {}
                throw new AssertionError("the connection ended as if it were complete");
            });
        }
    }

    @Test
    void largeTransfersArriveWholeThoughTheReaderIsSlow() throws IOException {
        serve(1);
        declareService();
        endpoints(1);
        eventually(this::isServed);
        byte[] sent = new byte[16 << 20];
        new Random(1).nextBytes(sent);
        sent[0] = 1;

        try (Socket socket = new Socket()) {
            socket.connect(site);
            CompletableFuture<Void> written = CompletableFuture.runAsync(
                    () -> {
                        try {
                            socket.getOutputStream().write(sent);
                            socket.shutdownOutput();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    environment.workers("writer", 1));
            socket.getInputStream().readNBytes("site-1:".length());
            byte[] received = socket.getInputStream().readAllBytes();
            environment.await(written, LIMIT);
            assertArrayEquals(sent, received);
        }
    }

    @Test
    void portInUseIsServedElsewhereAndToldUntilItIsFree() throws IOException {
        serve(1);
        InetSocketAddress instead;
        try (ServerSocket other = new ServerSocket()) {
            other.bind(site);
            declareService();
            endpoints(1);
            eventually(() -> !conditions().isEmpty() && !client.list(Event.KIND).isEmpty());

            int port = ServedPorts.of(client.get(Service.KIND, SITE), site.getPort());
            assertNotEquals(site.getPort(), port);
            Condition condition = conditions().get(0);
            assertEquals(ServiceReport.CONDITION, condition.type());
            assertEquals("PortInUse", condition.reason());
            assertTrue(condition.message().contains("served on port " + port + " instead"), condition.message());
            Event event = client.list(Event.KIND).get(0);
            assertEquals("Warning", event.type());
            assertEquals(condition.message(), event.message());
            instead = new InetSocketAddress(site.getHostString(), port);
            eventually(() -> answers(instead, "site-1:x"));
        }

        eventually(() -> answers(site, "site-1:x"));
        eventually(() -> conditions().get(0).status().equals("True"));
        assertEquals("", ServedPorts.noteOf(client.get(Service.KIND, SITE)));
        eventually(() -> client.list(Event.KIND).stream()
                .anyMatch(event -> event.reason().equals("PortServed")));
        assertTrue(answers(instead, "site-1:x"), "who was told of the other port still gets there");
    }

    private static boolean answers(InetSocketAddress address, String answer) {
        try {
            return request(address, "x").equals(answer);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void clientComesBackToItsEndpointAsLongAsThatIsThere() throws IOException {
        serve(1, 2, 3);
        Service sticky = service(site.getHostString(), site.getPort());
        client.create(sticky.withSpec(sticky.spec().withSessionAffinity("ClientIP")));
        endpoints(1, 2, 3);
        eventually(this::isServed);
        String first = request(site, "x");
        for (int i = 0; i < 30; i++) {
            assertEquals(first, request(site, "x"));
        }

        int own = Integer.parseInt(first.substring("site-".length(), first.indexOf(':')));
        int[] others = IntStream.of(1, 2, 3).filter(pod -> pod != own).toArray();
        long revision = endpoints(others);
        eventually(() -> balancers.balancer(SITE).revision() >= revision);
        String second = request(site, "x");
        assertNotEquals(first, second);
        endpoints(1, 2, 3);
        for (int i = 0; i < 30; i++) {
            assertEquals(second, request(site, "x"));
        }
    }

    @Test
    void datagramsOfAClientGoToOneEndpointUntilItLeaves() throws IOException {
        try (UdpEchoServer one = udpServer(1);
                UdpEchoServer two = udpServer(2);
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            declareUdpService();
            endpoints(1, 2);
            socket.setSoTimeout(50);
            socket.connect(site);
            String first = exchange(socket, "hello");
            assertTrue(first.matches("udp-[12]:hello"), first);
            String name = first.substring(0, "udp-1:".length());
            byte[] large = new byte[60_000];
            for (int i = 0; i < 10; i++) {
                assertEquals(name + i, exchange(socket, Integer.toString(i)));
            }
            assertEquals(
                    name.length() + large.length,
                    exchange(socket, new String(large, StandardCharsets.US_ASCII))
                            .length());

            int other = name.equals("udp-1:") ? 2 : 1;
            ResourceKey left = ResourceKey.of("default", "site-" + (3 - other));
            long revision = endpoints(other);
            assertEquals(new Drained(true, 0), environment.await(barrier.drained(left, revision, LIMIT), LIMIT));
            assertEquals("udp-" + other + ":x", exchange(socket, "x"));

            // nobody listens any more: the next datagram goes elsewhere
            endpoints(1, 2);
            (other == 1 ? one : two).close();
            eventually(() -> exchange(socket, "y").equals("udp-" + (3 - other) + ":y"));

            endpoints();
            long before = proxy.refusals();
            eventually(() -> {
                send(socket, "z");
                return proxy.refusals() > before;
            });
        }
    }

    @Test
    void idleUdpClientIsForgotten() throws IOException {
        try (UdpEchoServer one = udpServer(1);
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            declareUdpService();
            endpoints(1);
            socket.setSoTimeout(50);
            socket.connect(site);
            assertEquals("udp-1:a", exchange(socket, "a"));
            long flows = total(EndpointTraffic::connections);
            eventually(
                    () -> {
                        assertEquals("udp-1:b", exchange(socket, "b"));
                        return total(EndpointTraffic::connections) > flows;
                    },
                    UDP_IDLE.multipliedBy(3));
            assertEquals(total(EndpointTraffic::connections), one.clients());
        }
    }

    private void declareUdpService() {
        Service service = service(site.getHostString(), site.getPort());
        List<ServicePort> ports = service.spec().ports().stream()
                .map(port -> port.withProtocol("UDP"))
                .toList();
        client.create(service.withSpec(service.spec().withPorts(ports)));
    }

    private UdpEchoServer udpServer(int pod) throws IOException {
        return new UdpEchoServer(environment, "udp-" + pod, new InetSocketAddress(podAddress(pod), PORT));
    }

    private static void send(DatagramSocket socket, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (IOException e) {
            // an earlier one was refused
        }
    }

    /** Sends until an answer comes, as UDP may lose either. */
    private static String exchange(DatagramSocket socket, String text) {
        DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
        for (int i = 0; i < 200; i++) {
            send(socket, text);
            try {
                socket.receive(answer);
                String got = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
                if (got.endsWith(":" + text)) {
                    return got;
                }
            } catch (IOException e) {
                // again
            }
        }
        throw new AssertionError("no answer to " + text.length() + " bytes");
    }

    @Test
    void nodePortsAreServedOnTheMachinesOwnAddress() throws IOException {
        serve(1);
        endpoints(1);
        Service stored = client.create(withType(service("", 8000), "NodePort"));
        InetSocketAddress node = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), stored.spec().ports().get(0).nodePort());

        eventually(() -> {
            try {
                return request(node, "x").equals("site-1:x");
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static Service withType(Service service, String type) {
        return service.withSpec(service.spec().withType(type));
    }

    private List<Condition> conditions() {
        return client.get(Service.KIND, SITE).status().conditions();
    }

    @Test
    void serviceOnItsUsualRoadIsServedAtTheAddressItIsGiven() throws IOException {
        serve(1);
        Service stored = client.create(service("", 8000));
        assertTrue(block.services().contains(stored.spec().clusterIP()));
        endpoints(1);
        InetSocketAddress given = new InetSocketAddress(stored.spec().clusterIP(), 8000);

        eventually(() -> {
            try {
                return request(given, "x").equals("site-1:x");
            } catch (IOException e) {
                return false;
            }
        });

        assertEquals(
                stored.metadata().resourceVersion(),
                client.get(Service.KIND, SITE).metadata().resourceVersion());
    }

    @Test
    void removedServiceFreesItsPort() throws IOException {
        serve(1);
        declareService();
        endpoints(1);
        eventually(this::isServed);

        client.delete(Service.KIND, SITE);

        eventually(() -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(site);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void closedProxyLeavesNoThread() throws IOException {
        serve(1);
        declareService();
        endpoints(1);
        eventually(this::isServed);

        proxy.close();

        eventually(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("coxswain-network")));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("globalEventExecutor")));
    }
}
