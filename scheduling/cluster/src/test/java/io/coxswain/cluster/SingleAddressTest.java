package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.net.httpserver.HttpServer;
import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.Service;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.node.runtime.jvm.JvmContext;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The whole road on 127.0.0.1 alone. */
class SingleAddressTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Test
    void requestsGoByTheServiceToEveryPod() throws Exception {
        Container page = Container.of("web", "jvm:page")
                .with(all -> all.ports(List.of(new ContainerPort("http", 8080, "", 0, "TCP"))));
        try (Cluster cluster =
                Cluster.builder().loopbackOnly().worker("page", this::serve).start()) {
            cluster.apply(Service.of("web", 80, 8080), Deployment.of("web", 2, page));
            cluster.await(Deployment.KIND, "web", Deployment::isAvailable, LIMIT);
            Service stored = cluster.client().get(Service.KIND, ResourceKey.of("default", "web"));
            int port = ServedPorts.of(stored, 80);
            assertEquals("127.0.0.1", stored.spec().clusterIP());
            assertNotEquals(80, port);
            assertEquals(Set.of("127.0.0.1:" + port), told);

            cluster.balancer("web").pick();
            Set<String> answers = ConcurrentHashMap.newKeySet();
            // a refused connection costs so little that a thousand may be over before the Service's port is bound
            long end = System.nanoTime() + LIMIT.toNanos();
            while (answers.size() < 2 && System.nanoTime() < end) {
                answers.add(ask(port));
                answers.remove("");
            }
            assertEquals(2, answers.size(), answers::toString);
        }
    }

    private void serve(JvmContext context) throws Exception {
        told.add(context.variables().get("WEB_SERVICE_HOST") + ":"
                + context.variables().get("WEB_SERVICE_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(context.address(), context.port()), 0);
        byte[] name = context.pod().name().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, name.length);
            exchange.getResponseBody().write(name);
            exchange.close();
        });
        server.start();
        context.awaitStop();
        server.stop(0);
    }

    /** Over a connection of its own; empty where the Service isn't served yet. */
    private static String ask(int port) throws IOException {
        URLConnection connection =
                URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (ConnectException e) {
            return "";
        }
    }
}
