package io.coxswain.examples.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A site that is there already, served by the test itself, which sees what is asked for. */
final class ServedSite implements AutoCloseable {
    private final Path pages;
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> beforeAnswer = path -> {};

    ServedSite(Path pages) throws IOException {
        this.pages = pages;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/index.html";
    }

    /** Which pages were asked for since the last call. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    void beforeAnswer(Consumer<String> action) {
        beforeAnswer = action;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        beforeAnswer.accept(path);
        Path file = SiteWalk.file(pages, path);
        if (Files.isRegularFile(file)) {
            Http.respond(exchange, 200, Files.readAllBytes(file));
        } else {
            Http.respond(exchange, 404, "no such page");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
