package io.coxswain.examples.crawler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What came of a crawl. Filled while it runs, partly by threads that wait for something. */
final class Report {
    int pages;
    int distinctPages;
    int pagesCrawledTwice;
    int pagesCrawledBefore;
    int brokenLinks;
    int restarts;
    long failedRequests;
    double seconds;
    double crawlSeconds;
    volatile double rolloutSeconds;
    volatile long rolloutFailedRequests;
    final List<Double> killToReadySeconds = new CopyOnWriteArrayList<>();
    final Map<String, Long> endpoints = Collections.synchronizedMap(new TreeMap<>());
    final Set<String> lost = new TreeSet<>();

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder("\n");
        line(text, "pages", pages + " (" + distinctPages + " distinct, " + pagesCrawledTwice + " crawled twice)");
        if (pagesCrawledBefore > 0) {
            line(text, "found already crawled", pagesCrawledBefore);
        }
        line(text, "pages lost", lost.isEmpty() ? "0" : lost.size() + ": " + some(lost));
        line(text, "broken links", brokenLinks);
        line(
                text,
                "pages/s",
                String.format("%.1f", (distinctPages - pagesCrawledBefore) / Math.max(crawlSeconds, 0.001)));
        line(text, "restarts", restarts);
        line(
                text,
                "kill to Ready",
                killToReadySeconds.stream().map(s -> String.format("%.2f s", s)).toList());
        line(text, "rollout", String.format("%.2f s, %d failed requests", rolloutSeconds, rolloutFailedRequests));
        line(text, "failed requests", failedRequests);
        endpoints.forEach((name, count) -> line(text, "requests to " + name, count));
        line(text, "time", String.format("%.1f s, of which the crawl %.1f s", seconds, crawlSeconds));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(String.format("%-42s %s%n", name, value));
    }

    private static String some(Set<String> paths) {
        return String.join(", ", paths.stream().limit(10).toList()) + (paths.size() > 10 ? ", ..." : "");
    }

    /** For programs. */
    void writeJson(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("pages", pages);
            json.writeNumberField("distinctPages", distinctPages);
            json.writeNumberField("pagesLost", lost.size());
            json.writeNumberField("pagesCrawledTwice", pagesCrawledTwice);
            json.writeNumberField("pagesCrawledBefore", pagesCrawledBefore);
            json.writeNumberField("brokenLinks", brokenLinks);
            json.writeNumberField("restarts", restarts);
            json.writeObjectFieldStart("rollout");
            json.writeNumberField("seconds", rolloutSeconds);
            json.writeNumberField("failedRequests", rolloutFailedRequests);
            json.writeEndObject();
            json.writeObjectFieldStart("endpoints");
            for (Map.Entry<String, Long> endpoint : endpoints.entrySet()) {
                json.writeNumberField(endpoint.getKey(), endpoint.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("killToReadySeconds");
            for (double taken : killToReadySeconds) {
                json.writeNumber(taken);
            }
            json.writeEndArray();
            json.writeNumberField("seconds", seconds);
            json.writeEndObject();
        }
    }
}
