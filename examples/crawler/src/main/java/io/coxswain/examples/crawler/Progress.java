package io.coxswain.examples.crawler;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;

/** Shows how the fleet and the crawl are doing: a line per Deployment and one for the pages. */
final class Progress {
    private static final int WIDTH = 30;

    private final Cluster cluster;
    private final Console console;
    private final long began = System.nanoTime();

    Progress(Cluster cluster, Console console) {
        this.cluster = cluster;
        this.console = console;
    }

    /** @param whole how many pages there are, as far as it is known */
    void show(Frontier.Progress now, int whole) {
        List<String> lines = new ArrayList<>();
        List<String> inShort = new ArrayList<>();
        for (Deployment deployment : cluster.client().list(Deployment.KIND)) {
            Integer replicas = deployment.spec().replicas();
            int wanted = replicas == null ? 1 : replicas;
            int ready = deployment.status().readyReplicas();
            int updated = deployment.status().updatedReplicas();
            String name = deployment.metadata().name();
            String rolling = updated < wanted ? ", " + updated + " updated" : "";
            lines.add(String.format(
                    "%-28s %s",
                    String.format("%-8s %d of %d ready%s", name, ready, wanted, rolling), bar(ready, wanted)));
            inShort.add(name + " " + ready + "/" + wanted + rolling);
        }
        double rate = (now.distinct() - now.before()) / ((System.nanoTime() - began) / 1e9);
        String pages = String.format("%d of %d", now.distinct(), whole);
        String pace = String.format("%.0f/s", rate);
        String failed = now.failedRequests() + " failed requests";
        lines.add(String.format("%-28s %s %s", "pages    " + pages + ", " + pace, bar(now.distinct(), whole), failed));
        inShort.add(pages + " pages, " + pace + ", " + failed);
        console.show(lines, String.join(" | ", inShort));
    }

    private static String bar(int done, int whole) {
        int filled = whole == 0 ? WIDTH : Math.min(WIDTH, WIDTH * done / whole);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }
}
