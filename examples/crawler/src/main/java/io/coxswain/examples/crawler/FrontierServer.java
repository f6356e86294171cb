package io.coxswain.examples.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The frontier as a server, for crawlers in other processes. A line is a page: {@code POST /lease} answers with some; {@code POST /crawled} brings one and, below it, the pages it links to; {@code
 * POST /missing} brings one that doesn't exist; {@code POST /failed} a number of failed requests.
 */
final class FrontierServer implements AutoCloseable {
    private static final int PAGES_PER_LEASE = 2;

    private final Frontier frontier;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "frontier");
        thread.setDaemon(true);
        return thread;
    });

    FrontierServer(Frontier frontier, InetSocketAddress address) throws IOException {
        this.frontier = frontier;
        server = HttpServer.create(address, 128);
        server.setExecutor(threads);
        server.createContext("/healthz", exchange -> Http.respond(exchange, 200, "ok"));
        server.createContext("/lease", answered(this::lease));
        server.createContext("/crawled", answered(this::crawled));
        server.createContext("/missing", answered(this::missing));
        server.createContext("/failed", answered(this::failed));
        server.start();
    }

    /** What can't be kept isn't acknowledged. */
    private static HttpHandler answered(HttpHandler handler) {
        return exchange -> {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                Http.respond(exchange, 503, e.toString());
            }
        };
    }

    private void lease(HttpExchange exchange) throws IOException {
        Http.respond(exchange, 200, String.join("\n", frontier.lease(PAGES_PER_LEASE)));
    }

    private void crawled(HttpExchange exchange) throws IOException {
        List<String> lines = Arrays.asList(Http.body(exchange).split("\n"));
        frontier.crawled(lines.get(0), lines.subList(1, lines.size()));
        Http.respond(exchange, 200, "ok");
    }

    private void missing(HttpExchange exchange) throws IOException {
        frontier.missing(Http.body(exchange));
        Http.respond(exchange, 200, "ok");
    }

    private void failed(HttpExchange exchange) throws IOException {
        frontier.failed(Integer.parseInt(Http.body(exchange)));
        Http.respond(exchange, 200, "ok");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
