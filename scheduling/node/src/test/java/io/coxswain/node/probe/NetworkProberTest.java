package io.coxswain.node.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.coxswain.api.core.v1.HTTPHeader;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.model.ModelRuntime;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkProberTest {
    private static final Environment ENVIRONMENT = Environment.system();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private final Prober prober = NetworkProber.create(ENVIRONMENT);
    private final Worker worker = worker();

    @Test
    void statusBelow400IsWell() throws IOException {
        List<String> hosts = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertTrue(ask(http(port, "/200", List.of()), LIMIT).isSuccess());
            assertTrue(ask(http(port, "/302", List.of()), LIMIT).isSuccess());
            ProbeResult broken = ask(http(port, "/500", List.of(new HTTPHeader("host", "shop.local"))), LIMIT);
            assertEquals(ProbeResult.failure("HTTP probe failed with statuscode: 500"), broken);
            assertEquals(List.of("127.0.0.1:" + port, "127.0.0.1:" + port, "shop.local"), hosts);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void silentServerIsAFailureAtTheLimit() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ProbeResult result = ask(http(silent.getLocalPort(), "/", List.of()), Duration.ofMillis(50));
            assertEquals(ProbeResult.failure("no answer within 50 ms"), result);
            assertTrue(ask(new ProbeAction.Tcp("127.0.0.1", silent.getLocalPort()), LIMIT)
                    .isSuccess());
        }
    }

    @Test
    void closedPortIsAFailure() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        ProbeResult result = ask(new ProbeAction.Tcp("127.0.0.1", port), LIMIT);
        assertFalse(result.isSuccess());
        assertTrue(result.message().startsWith("connect to 127.0.0.1:" + port), result::message);
    }

    private ProbeResult ask(ProbeAction action, Duration limit) {
        return ENVIRONMENT.await(prober.probe(worker, action, limit), LIMIT);
    }

    private static ProbeAction http(int port, String path, List<HTTPHeader> headers) {
        return new ProbeAction.Http("HTTP", "127.0.0.1", port, path, headers);
    }

    private static Worker worker() {
        PodSandbox sandbox = new PodSandbox(ResourceKey.of("shop", "web-1"), "u", "n1", "127.0.0.1", Path.of("."));
        WorkerSpec spec = new WorkerSpec(
                sandbox, "web", Image.process("sleep"), List.of(), List.of(), "", Map.of(), 0, Readiness.READY);
        return ENVIRONMENT.await(ModelRuntime.create(ENVIRONMENT).start(spec, WorkerListener.NONE), LIMIT);
    }
}
