package io.coxswain.examples.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * The program behind the Deployment {@code site}: serves a folder over HTTP. Run as a process of its own; told by its environment what to serve ({@code SITE_DIR}) and where ({@code POD_IP}, {@code
 * PORT}).
 */
final class SiteServer {
    private final Path site;
    private final String version;

    private SiteServer(Path site, String version) {
        this.site = site;
        this.version = version;
    }

    public static void main(String[] args) throws IOException {
        SiteServer files = new SiteServer(Path.of(Env.required("SITE_DIR")), Env.optional("SITE_VERSION", "1"));
        HttpServer server = HttpServer.create(Env.address(), 128);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/healthz", exchange -> Http.respond(exchange, 200, "ok"));
        server.createContext("/", files::serve);
        // On TERM: take no new request, let those under way end.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
        server.start();
        InetSocketAddress address = server.getAddress();
        System.out.println("serving " + files.site + " at " + address + ", version " + files.version);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Path file = SiteWalk.file(site, exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().set("X-Site-Version", version);
        if (!Files.isRegularFile(file)) {
            Http.respond(exchange, 404, "no such page");
            return;
        }
        String type = URLConnection.guessContentTypeFromName(file.getFileName().toString());
        exchange.getResponseHeaders().set("Content-Type", type == null ? "application/octet-stream" : type);
        Http.respond(exchange, 200, Files.readAllBytes(file));
    }
}
