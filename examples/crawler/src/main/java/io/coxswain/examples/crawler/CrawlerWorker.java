package io.coxswain.examples.crawler;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The program behind the Deployment {@code crawler}: leases pages from the frontier, gets them from the site, reports their links. It reaches both by their Service's address, so that every request
 * is balanced.
 */
final class CrawlerWorker {
    /** How long to wait when there is nothing to crawl, or before a failed request is tried again. */
    private static final long PAUSE_MILLIS = 100;
    /** A page that failed so often is left to the frontier, whose lease on it runs out. */
    private static final int ATTEMPTS = 5;

    private final String site;
    private final String root;
    private final String frontier;

    private CrawlerWorker(String site, String root, String frontier) {
        this.site = site;
        this.root = root;
        this.frontier = frontier;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpServer health = HttpServer.create(Env.address(), 16);
        health.createContext("/healthz", exchange -> Http.respond(exchange, 200, "ok"));
        health.start();
        String given = Env.optional("SITE_URL", "");
        CrawlerWorker worker = new CrawlerWorker(
                given.isEmpty() ? Env.serviceUrl("site") : given,
                Env.optional("SITE_ROOT", "/"),
                Env.serviceUrl("frontier"));
        System.out.println("crawling " + worker.site + " for " + worker.frontier);
        while (true) {
            worker.crawlSome();
        }
    }

    private void crawlSome() throws InterruptedException {
        List<String> pages = List.of();
        try {
            Http.Answer answer = Http.post(frontier + "/lease", "");
            pages = answer.body().lines().toList();
        } catch (IOException e) {
            System.err.println("frontier: " + e.getMessage());
        }
        for (String page : pages) {
            crawl(page);
        }
        if (pages.isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void crawl(String page) throws InterruptedException {
        int failures = 0;
        while (failures < ATTEMPTS) {
            try {
                Http.Answer answer = Http.get(site + encode(page));
                if (answer.status() < 500) {
                    report(page, answer);
                    break;
                }
                System.err.println(page + ": status " + answer.status());
            } catch (IOException e) {
                System.err.println(page + ": " + e);
            }
            failures++;
            Thread.sleep(PAUSE_MILLIS);
        }
        if (failures > 0) {
            send("/failed", Integer.toString(failures));
        }
    }

    private void report(String page, Http.Answer answer) throws InterruptedException {
        if (answer.status() >= 400) {
            send("/missing", page);
            return;
        }
        Set<String> links = Links.isHtml(page) ? Links.of(answer.body(), page, root) : Set.of();
        send("/crawled", page + "\n" + String.join("\n", links));
    }

    /** Reports until it is heard: a result that got lost would be crawled again. */
    private void send(String path, String body) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Http.Answer answer = Http.post(frontier + path, body);
                if (answer.status() == 200) {
                    return;
                }
                System.err.println("frontier: " + answer.body());
            } catch (IOException e) {
                System.err.println("frontier: " + e.getMessage());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String encode(String path) {
        try {
            return new java.net.URI(null, null, path, null).getRawPath();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
