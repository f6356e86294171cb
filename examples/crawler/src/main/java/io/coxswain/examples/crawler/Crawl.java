package io.coxswain.examples.crawler;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.cluster.Cluster;
import io.coxswain.node.runtime.jvm.JvmContext;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The crawl: deploys the fleet, makes trouble while it works, and tells what came of it. */
final class Crawl {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final long TICK_MILLIS = 200;

    /** After so long without any page the crawl is given up. */
    private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

    private final Options options;
    private final Console console;
    private final Optional<SiteWalk> truth;
    private final Frontier frontier;
    private final Report report = new Report();
    private final Map<String, Integer> restartsByPod = new LinkedHashMap<>();

    /**
     * What is crawled, and how.
     *
     * @param manifest the objects to deploy
     * @param site the folder to serve and crawl; empty: another server's pages are crawled
     * @param url the base of another server's pages, such as {@code http://host:8080}
     * @param start the path of the first page
     * @param rate pages a second
     */
    record Options(Path manifest, Optional<Path> site, String url, String start, double rate) {
        Options withRate(double pagesPerSecond) {
            return new Options(manifest, site, url, start, pagesPerSecond);
        }

        /** Pages lie under the folder of the first one. */
        String root() {
            return start.substring(0, start.lastIndexOf('/') + 1);
        }
    }

    Crawl(Options options, Optional<SiteWalk> truth, Console console) {
        this.options = options;
        this.truth = truth;
        this.console = console;
        frontier = new Frontier(options.start(), options.rate());
    }

    Report run() throws InterruptedException, IOException {
        long started = System.nanoTime();
        try (Cluster cluster =
                Cluster.builder().worker("frontier", this::serveFrontier).start()) {
            console.say("cluster is up");
            cluster.apply(settings());
            console.say(cluster.apply(
                            options.manifest(), object -> isWanted(object.key().name()))
                    .toString());
            for (String name : deployments()) {
                cluster.await(Deployment.KIND, name, Deployment::isAvailable, START_LIMIT);
            }
            console.say("fleet is ready");
            crawl(cluster);
            report.endpoints.putAll(requestsPerPod(cluster));
        }
        report.seconds = seconds(started);
        finish();
        return report;
    }

    private boolean isWanted(String name) {
        return options.site().isPresent() || !name.equals("site");
    }

    private List<String> deployments() {
        return options.site().isPresent() ? List.of("site", "frontier", "crawler") : List.of("frontier", "crawler");
    }

    private ConfigMap settings() {
        Map<String, String> data = new LinkedHashMap<>();
        options.site().ifPresent(site -> data.put("site", site.toAbsolutePath().toString()));
        if (!options.url().isEmpty()) {
            data.put("url", options.url());
        }
        data.put("root", options.root());
        return ConfigMap.of("crawl", data);
    }

    private void serveFrontier(JvmContext context) throws IOException {
        FrontierServer server = new FrontierServer(frontier, new InetSocketAddress(context.address(), context.port()));
        try {
            context.awaitStop();
        } finally {
            server.close();
        }
    }

    private void crawl(Cluster cluster) throws InterruptedException {
        List<Step> steps = new ArrayList<>(steps());
        Progress progress =
                new Progress(cluster, frontier, truth.map(walk -> walk.pages().size()), console);
        long began = System.nanoTime();
        long lastPage = began;
        int pages = 0;
        while (!steps.isEmpty() || !frontier.progress().done()) {
            Frontier.Progress now = frontier.progress();
            progress.show(now);
            countRestarts(cluster);
            if (now.pages() > pages) {
                pages = now.pages();
                lastPage = System.nanoTime();
            }
            if (seconds(lastPage) > STALL_LIMIT.toSeconds()) {
                throw new IllegalStateException(
                        "no page was crawled for " + STALL_LIMIT.toSeconds() + " s: " + progress.troubles());
            }
            if (!steps.isEmpty() && (steps.get(0).due(now, expected(now)) || now.done())) {
                steps.remove(0).action().perform(cluster);
            }
            Thread.sleep(TICK_MILLIS);
        }
        progress.show(frontier.progress());
        progress.end();
        report.crawlSeconds = seconds(began);
    }

    /** Pods come and go, so what they had to restart is noted while they are there. */
    private void countRestarts(Cluster cluster) {
        for (Pod pod : cluster.client().list(Pod.KIND)) {
            restartsByPod.merge(pod.metadata().name(), restarts(pod), Math::max);
        }
        report.restarts =
                restartsByPod.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int expected(Frontier.Progress now) {
        return truth.map(walk -> walk.pages().size()).orElse(Math.max(100, now.known()));
    }

    /** Something that happens when a share of the pages is crawled. */
    private record Step(double share, Action action) {
        boolean due(Frontier.Progress progress, int expected) {
            return progress.distinct() >= share * expected;
        }

        interface Action {
            void perform(Cluster cluster) throws InterruptedException;
        }
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(0.10, cluster -> scale(cluster, 8)));
        steps.add(new Step(0.25, cluster -> kill(cluster, "crawler")));
        if (options.site().isPresent()) {
            steps.add(new Step(0.35, cluster -> kill(cluster, "site")));
            steps.add(new Step(0.45, this::roll));
        }
        steps.add(new Step(0.85, cluster -> scale(cluster, 4)));
        return steps;
    }

    private void scale(Cluster cluster, int replicas) {
        console.say("scaling crawler to " + replicas);
        cluster.client().patch(Deployment.KIND, key("crawler"), deployment -> deployment.withReplicas(replicas));
    }

    /** Kills a process with SIGKILL and measures, beside the crawl, how long it takes until its pod is Ready again. */
    private void kill(Cluster cluster, String app) {
        Optional<Pod> victim = pods(cluster, app).stream().filter(Pod::isReady).findFirst();
        if (victim.isEmpty()) {
            console.say("no " + app + " is ready, so none is killed");
            return;
        }
        Pod pod = victim.get();
        long pid = pid(pod);
        int restarts = restarts(pod);
        console.say("killing " + pod.metadata().name() + " (process " + pid + ") with SIGKILL");
        long killed = System.nanoTime();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await(cluster, pod.key(), now -> restarts(now) > restarts && now.isReady(), () -> {
            double took = seconds(killed);
            report.killToReadySeconds.add(took);
            console.say(String.format(
                    "%s is ready again after %.2f s", pod.metadata().name(), took));
        });
    }

    private static void await(Cluster cluster, ResourceKey pod, Predicate<Pod> condition, Runnable then) {
        Thread waiting = new Thread(
                () -> {
                    cluster.await(Pod.KIND, pod, condition, STEP_LIMIT);
                    then.run();
                },
                "await-" + pod.name());
        waiting.setDaemon(true);
        waiting.start();
    }

    private void roll(Cluster cluster) {
        console.say("rolling site to version 2");
        long began = System.nanoTime();
        long failedBefore = frontier.progress().failedRequests();
        cluster.client().patch(Deployment.KIND, key("site"), Crawl::versionTwo);
        Thread waiting = new Thread(
                () -> {
                    cluster.await(Deployment.KIND, "site", Deployment::isComplete, STEP_LIMIT);
                    report.rolloutSeconds = seconds(began);
                    report.rolloutFailedRequests = frontier.progress().failedRequests() - failedBefore;
                    console.say(String.format("site is rolled out after %.2f s", report.rolloutSeconds));
                },
                "await-roll-out");
        waiting.setDaemon(true);
        waiting.start();
    }

    private static Deployment versionTwo(Deployment site) {
        Container server = site.spec().template().spec().containers().get(0);
        List<EnvVar> variables = server.env().stream()
                .map(variable -> variable.name().equals("SITE_VERSION") ? EnvVar.of("SITE_VERSION", "2") : variable)
                .toList();
        return site.withTemplateSpec(site.spec().template().spec().withContainers(List.of(server.withEnv(variables))));
    }

    private static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    private static List<Pod> pods(Cluster cluster, String app) {
        return cluster.client().list(Pod.KIND, Selection.inNamespace("default").labels("app=" + app));
    }

    private static long pid(Pod pod) {
        String id = pod.status().containerStatuses().get(0).containerID();
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    private static int restarts(Pod pod) {
        return pod.status().containerStatuses().stream()
                .mapToInt(status -> status.restartCount())
                .sum();
    }

    private Map<String, Long> requestsPerPod(Cluster cluster) {
        Map<String, Long> requests = new LinkedHashMap<>();
        cluster.requests()
                .forEach((endpoint, count) -> requests.merge(endpoint.pod().name(), count, Long::sum));
        pods(cluster, "crawler").forEach(pod -> report.restarts += restarts(pod));
        pods(cluster, "site").forEach(pod -> report.restarts += restarts(pod));
        return requests;
    }

    private void finish() {
        Frontier.Progress end = frontier.progress();
        report.pages = end.pages();
        report.distinctPages = end.distinct();
        report.pagesCrawledTwice = end.twice();
        report.brokenLinks = end.broken();
        report.failedRequests = end.failedRequests();
        TreeSet<String> lost = new TreeSet<>(truth.map(SiteWalk::pages).orElseGet(frontier::leasedPages));
        lost.removeAll(frontier.crawledPages());
        report.lost.addAll(lost);
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
