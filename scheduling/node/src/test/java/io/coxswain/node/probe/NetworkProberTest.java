package io.coxswain.node.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.HTTPGetAction;
import io.coxswain.api.core.v1.HTTPHeader;
import io.coxswain.api.core.v1.TCPSocketAction;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.model.ModelRuntime;
import io.coxswain.resource.ResourceKey;
import io.coxswain.value.IntOrString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With real sockets. */
class NetworkProberTest {
    private static final Environment ENVIRONMENT = Environment.system();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final Prober prober = NetworkProber.create(ENVIRONMENT);
    private final Worker worker = worker();

    private final List<Map<String, List<String>>> asked = new ArrayList<>();
    private HttpServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        serve(server);
        port = server.getAddress().getPort();
    }

    /** Answers what the path says: a status, or {@code /STATUS/LOCATION}. */
    private void serve(HttpServer answering) {
        answering.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Map<String, List<String>> headers = new LinkedHashMap<>(exchange.getRequestHeaders());
            headers.put("path", List.of(exchange.getRequestURI().toString()));
            asked.add(headers);
            String[] parts = path.substring(1).split("/", 2);
            if (parts.length == 2) {
                exchange.getResponseHeaders().set("Location", parts[1]);
            }
            byte[] body = "see there".getBytes(StandardCharsets.UTF_8);
            int status = Integer.parseInt(parts[0]);
            boolean hasBody = status == 302;
            exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        answering.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/200, SUCCESS, ''",
        "/204, SUCCESS, ''",
        "/199, FAILURE, HTTP probe failed with statuscode: 199",
        "/400, FAILURE, HTTP probe failed with statuscode: 400",
        "/500, FAILURE, HTTP probe failed with statuscode: 500",
        // to the same host: followed, wherever it leads
        "/302//200, SUCCESS, ''",
        "/301//500, FAILURE, HTTP probe failed with statuscode: 500",
        "/307/../500, FAILURE, HTTP probe failed with statuscode: 500",
        "/308/http://127.0.0.1:PORT/200, SUCCESS, ''",
        "/303/http://127.0.0.1:PORT/302/http://127.0.0.1:PORT/200, SUCCESS, ''",
        // to another one, or nowhere: well, with a warning
        "/302/http://localhost:PORT/500, SUCCESS, 'Probe terminated redirects, Response body: see there'",
        "/302, SUCCESS, 'Probe terminated redirects, Response body: see there'",
        "/304, SUCCESS, 'Probe terminated redirects, Response body: '",
        "/302/ftp://127.0.0.1/x, FAILURE, 'redirected to ftp://127.0.0.1/x, which is no address of HTTP'",
    })
    void statusAndRedirectionDecide(String path, ProbeResult.Outcome outcome, String message) {
        ProbeResult result = ask(http(port, path.replace("PORT", Integer.toString(port)), List.of()), LIMIT);
        assertEquals(new ProbeResult(outcome, message), result);
    }

    @Test
    void redirectionsWithoutEndAreAFailure() {
        HttpServer endless = server;
        endless.removeContext("/");
        endless.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "/again");
            asked.add(Map.of());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertEquals(ProbeResult.failure("stopped after 10 redirects"), ask(http(port, "/again", List.of()), LIMIT));
        assertEquals(10, asked.size());
    }

    @Test
    void headersAreTheKubeletsUnlessTheProbeSaysOtherwise() {
        ask(http(port, "/200?deep=1&name=a b", List.of()), LIMIT);
        assertEquals(List.of("127.0.0.1:" + port), asked.get(0).get("Host"));
        assertEquals(List.of("kube-probe/1.32"), asked.get(0).get("User-agent"));
        assertEquals(List.of("*/*"), asked.get(0).get("Accept"));
        assertEquals(List.of("/200?deep=1&name=a%20b"), asked.get(0).get("path"));

        List<HTTPHeader> own = List.of(
                new HTTPHeader("host", "shop.local"),
                new HTTPHeader("User-Agent", "me"),
                new HTTPHeader("Accept", ""),
                new HTTPHeader("X-Key", "a"),
                new HTTPHeader("X-Key", "b"));
        ask(http(port, "/302//200", own), LIMIT);
        for (Map<String, List<String>> request : asked.subList(1, 3)) {
            assertEquals(List.of("shop.local"), request.get("Host"));
            assertEquals(List.of("me"), request.get("User-agent"));
            assertNull(request.get("Accept"));
            assertEquals(List.of("a", "b"), request.get("X-key"));
        }
    }

    @Test
    void absoluteRedirectionDropsTheHostHeader() {
        ask(http(port, "/302/http://127.0.0.1:" + port + "/200", List.of(new HTTPHeader("Host", "shop.local"))), LIMIT);
        assertEquals(List.of("shop.local"), asked.get(0).get("Host"));
        assertEquals(List.of("127.0.0.1:" + port), asked.get(1).get("Host"));
    }

    @Test
    void hostMayBeAName() {
        assertTrue(ask(new ProbeAction.Http("HTTP", "localhost", port, "/200", List.of()), LIMIT)
                .isSuccess());
        ProbeResult unknown = ask(new ProbeAction.Tcp("nobody.invalid", port), LIMIT);
        assertEquals(ProbeResult.failure("unknown host nobody.invalid"), unknown);
    }

    @Test
    void anyCertificateWillDo() throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        serve(secure);
        try {
            int securePort = secure.getAddress().getPort();
            List<HTTPHeader> host = List.of(new HTTPHeader("Host", "shop.local"));
            ProbeAction secureProbe = new ProbeAction.Http("HTTPS", "127.0.0.1", securePort, "/200", host);
            assertEquals(ProbeResult.SUCCESS, ask(secureProbe, LIMIT));
            assertEquals(List.of("shop.local"), asked.get(0).get("Host"));
            ProbeAction redirected = http(port, "/302/https://127.0.0.1:" + securePort + "/503", List.of());
            assertEquals(ProbeResult.failure("HTTP probe failed with statuscode: 503"), ask(redirected, LIMIT));
        } finally {
            secure.stop(0);
        }
    }

    private static SSLContext selfSigned() throws Exception {
        char[] password = "probe-test".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = NetworkProberTest.class.getResourceAsStream("self-signed.p12")) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTPS"})
    void silentServerIsGivenUp(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, LOOPBACK)) {
            ProbeAction action = new ProbeAction.Http(scheme, "127.0.0.1", silent.getLocalPort(), "/", List.of());
            ProbeResult result = ask(action, Duration.ofMillis(50));
            assertFalse(result.isSuccess());
            try (Socket accepted = silent.accept()) {
                accepted.setSoTimeout((int) LIMIT.toMillis());
                accepted.getInputStream().transferTo(OutputStream.nullOutputStream()); // ends: nothing is left open
            } catch (SocketException e) {
                // or is reset
            }
        }
    }

    @Test
    void somebodyElsesProtocolIsAFailure() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, LOOPBACK)) {
            ENVIRONMENT.workers("ssh", 1).execute(() -> {
                try (Socket accepted = other.accept()) {
                    accepted.getInputStream().read(new byte[1_000]);
                    accepted.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertEquals(
                    ProbeResult.failure("the answer is no HTTP: SSH-2.0-OpenSSH_9.2"),
                    ask(http(other.getLocalPort(), "/", List.of()), LIMIT));
        }
    }

    @Test
    void portsAndHostsAreThoseOfThePodUnlessTheProbeSaysOtherwise() {
        Container container = ContainerBuilder.builder()
                .name("web")
                .ports(List.of(new ContainerPort("http", 8080, "", 0, "TCP")))
                .build();
        PodSandbox sandbox = new PodSandbox(
                ResourceKey.of("shop", "web-1"), "u", "n1", "127.80.0.9", Path.of("."), Map.of(8080, 41_000));
        HTTPGetAction named = new HTTPGetAction("", List.of(), "healthz", IntOrString.of("http"), "");
        assertEquals(
                new ProbeAction.Http("HTTP", "127.80.0.9", 41_000, "/healthz", List.of()),
                ProbeAction.of(container, sandbox, null, named, null));
        TCPSocketAction numbered = new TCPSocketAction("10.0.0.1", IntOrString.of(99));
        assertEquals(new ProbeAction.Tcp("10.0.0.1", 99), ProbeAction.of(container, sandbox, null, null, numbered));
        HTTPGetAction unknown = new HTTPGetAction("", List.of(), "/", IntOrString.of("admin"), "");
        assertThrows(IllegalArgumentException.class, () -> ProbeAction.of(container, sandbox, null, unknown, null));
    }

    @Test
    void silentServerIsAFailureAtTheLimit() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, LOOPBACK)) {
            ProbeResult result = ask(http(silent.getLocalPort(), "/", List.of()), Duration.ofMillis(50));
            assertEquals(ProbeResult.failure("no answer within 50 ms"), result);
            assertTrue(ask(new ProbeAction.Tcp("127.0.0.1", silent.getLocalPort()), LIMIT)
                    .isSuccess());
        }
    }

    @Test
    void closedPortIsAFailure() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, LOOPBACK)) {
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
        PodSandbox sandbox = PodSandbox.of(ResourceKey.of("shop", "web-1"), "u", "n1", "127.0.0.1", Path.of("."));
        WorkerSpec spec = new WorkerSpec(
                sandbox, "web", Image.process("sleep"), List.of(), List.of(), "", Map.of(), 0, Readiness.READY);
        return ENVIRONMENT.await(ModelRuntime.create(ENVIRONMENT).start(spec, WorkerListener.NONE), LIMIT);
    }
}
