package io.coxswain.examples.crawler;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows how the fleet and the crawl are doing: a line per Deployment and one for the pages. */
final class Progress {
    private static final int WIDTH = 40;

    private final Cluster cluster;
    private final Frontier frontier;
    private final Optional<Integer> expected;
    private final Console console;
    private final long began = System.nanoTime();

    Progress(Cluster cluster, Frontier frontier, Optional<Integer> expected, Console console) {
        this.cluster = cluster;
        this.frontier = frontier;
        this.expected = expected;
        this.console = console;
    }

    void show(Frontier.Progress now) {
        List<String> lines = new ArrayList<>();
        for (Deployment deployment : cluster.client().list(Deployment.KIND)) {
            lines.add(line(deployment));
        }
        int whole = expected.orElse(now.known());
        double rate = now.distinct() / ((System.nanoTime() - began) / 1e9);
        lines.add(String.format(
                "pages    %s %d of %d, %.0f/s, %d failed requests",
                bar(now.distinct(), whole), now.distinct(), whole, rate, now.failedRequests()));
        console.show(lines);
    }

    private static String line(Deployment deployment) {
        Integer replicas = deployment.spec().replicas();
        int wanted = replicas == null ? 1 : replicas;
        int ready = deployment.status().readyReplicas();
        int updated = deployment.status().updatedReplicas();
        return String.format(
                "%-8s %s %d of %d ready%s",
                deployment.metadata().name(),
                bar(ready, wanted),
                ready,
                wanted,
                updated < wanted ? ", " + updated + " updated" : "");
    }

    private static String bar(int done, int whole) {
        int filled = whole == 0 ? WIDTH : Math.min(WIDTH, WIDTH * done / whole);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    void end() {
        console.keep();
    }

    /** Why pods don't run, for somebody who wonders. */
    String troubles() {
        List<String> troubles = new ArrayList<>();
        for (Pod pod : cluster.client().list(Pod.KIND)) {
            pod.status().containerStatuses().forEach(container -> {
                ContainerStateWaiting waiting = container.state().waiting();
                if (waiting != null) {
                    troubles.add("pod " + pod.metadata().name() + ": " + waiting.reason() + ", " + waiting.message());
                }
            });
        }
        return troubles.isEmpty() ? "all pods run; " + frontier.progress() : String.join("; ", troubles);
    }
}
