package io.coxswain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.HTTPGetAction;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.ProbeBuilder;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.process.ProcessRuntime;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that has 127.0.0.1 only: two pods that declare one port serve on two, and their probes find them. */
class SingleAddressTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Environment ENVIRONMENT = Environment.system();

    private MemoryStore store;
    private Client client;
    private NodeAgent agent;

    @BeforeEach
    void start() {
        store = MemoryStore.create(ENVIRONMENT);
        client = ApiServer.builder(store, ENVIRONMENT).start().client();
        startAgent();
    }

    private void startAgent() {
        agent = NodeAgent.builder(ENVIRONMENT, client.async())
                .name("n1")
                .runtime(ProcessRuntime.create(ENVIRONMENT))
                .addresses(AddressBlock.loopbackOnly())
                .build();
        ENVIRONMENT.await(agent.start(), LIMIT);
    }

    @AfterEach
    void stop() {
        ENVIRONMENT.await(agent.stop(Duration.ofSeconds(5)), LIMIT);
        store.close();
    }

    @Test
    void podsThatDeclareOnePortServeOnPortsOfTheirOwn() throws Exception {
        Pod one = awaitReady(create("one"));
        Pod two = awaitReady(create("two"));
        int first = ServedPorts.of(one, 8080);
        int second = ServedPorts.of(two, 8080);
        assertEquals("127.0.0.1", one.status().podIP());
        assertEquals("127.0.0.1", two.status().podIP());
        assertNotEquals(8080, first);
        assertNotEquals(first, second);
        assertEquals(200, statusOf(first));
        assertEquals(200, statusOf(second));
        Worker worker = ENVIRONMENT.await(agent.worker(one.key(), "web"), LIMIT).orElseThrow();
        assertEquals(Integer.toString(first), worker.spec().environment().get("PORT"));
        assertEquals(Integer.toString(first), worker.spec().environment().get("PORT_HTTP"));

        // the port is the pod's for its life, also under another agent
        ENVIRONMENT.await(agent.crash(), LIMIT);
        startAgent();
        Pod again = await(
                one.key(),
                pod -> pod.isReady() && pod.status().containerStatuses().get(0).restartCount() == 1);
        assertEquals(first, ServedPorts.of(again, 8080));
    }

    @Test
    void podOnTheHostsNetworkKeepsTheNumber() {
        int free = AddressBlock.loopbackOnly().freePort();
        Pod created = client.create(page("host", spec -> spec.hostNetwork(true), free));
        Pod ready = awaitReady(created);
        assertEquals("", ServedPorts.noteOf(ready));
        assertTrue(ready.isReady());
    }

    private Pod create(String name) {
        return client.create(page(name, UnaryOperator.identity(), 8080));
    }

    private static Pod page(String name, UnaryOperator<io.coxswain.api.core.v1.PodSpecBuilder> spec, int port) {
        Probe probe = ProbeBuilder.builder(Probe.EMPTY)
                .httpGet(new HTTPGetAction("", List.of(), "/", IntOrString.of(port), ""))
                .build();
        Pod pod = SimulatedNode.pod(
                spec,
                container -> container
                        .image("java:" + PageServer.class.getName())
                        .command(List.of())
                        .args(List.of("all"))
                        .ports(List.of(new ContainerPort("http", port, "", 0, "TCP")))
                        .readinessProbe(probe));
        return pod.withMetadata(pod.metadata().withName(name));
    }

    private static int statusOf(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Pod awaitReady(Pod pod) {
        return await(pod.key(), Pod::isReady);
    }

    private Pod await(ResourceKey key, Predicate<Pod> condition) {
        CompletableFuture<Pod> found = new CompletableFuture<>();
        look(key, condition, found);
        return ENVIRONMENT.await(found, LIMIT);
    }

    private void look(ResourceKey key, Predicate<Pod> condition, CompletableFuture<Pod> found) {
        ENVIRONMENT.schedule(
                Duration.ofMillis(5),
                ENVIRONMENT.workers("look", 1),
                () -> client.find(Pod.KIND, key)
                        .filter(condition)
                        .ifPresentOrElse(found::complete, () -> look(key, condition, found)));
    }
}
