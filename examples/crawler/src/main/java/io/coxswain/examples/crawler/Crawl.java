package io.coxswain.examples.crawler;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.cluster.Cluster;
import io.coxswain.cluster.ClusterBuilder;
import io.coxswain.node.runtime.jvm.JvmContext;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.disk.DiskStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The crawl: deploys the fleet, makes trouble while it works, and tells what came of it. */
final class Crawl {
    private static final String SETTINGS = "crawl";
    private static final double DEFAULT_RATE = 40;

    /** So long a crawl of a folder takes if nothing else is said, so that all that shall happen falls inside it. */
    private static final double DEFAULT_SECONDS = 25;

    private static final long TICK_MILLIS = 200;

    /** After so long without any page the crawl is given up. */
    private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

    private final Options options;
    private final Console console;
    private final CompletableFuture<Frontier> opened = new CompletableFuture<>();
    private final Report report = new Report();
    private final Map<String, Integer> restartsByPod = new LinkedHashMap<>();

    /**
     * What is crawled, and how.
     *
     * @param manifest the objects to deploy
     * @param state the folder that keeps the crawl; empty: it ends with the program
     * @param rate pages a second; empty: as is fit
     * @param readyLimit how long the fleet may take to become ready
     * @param logs whether the workers' output is printed
     */
    record Options(
            Path manifest,
            Start start,
            Optional<Path> state,
            Optional<Double> rate,
            Duration readyLimit,
            boolean logs) {}

    /**
     * Where the crawl begins.
     *
     * @param folder the folder to serve and crawl; empty: another server's pages are crawled
     * @param url the base of another server's pages, such as {@code http://host:8080}
     * @param path the path of the first page
     */
    record Start(Optional<Path> folder, String url, String path) {
        static Start ofFolder(Path folder) {
            return new Start(Optional.of(folder), "", "/index.html");
        }

        static Start ofUrl(URI first) {
            String path = first.getPath().isEmpty() ? "/" : first.getPath();
            return new Start(Optional.empty(), "http://" + first.getRawAuthority(), path);
        }

        /** Pages lie under the folder of the first one. */
        String root() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return folder.map(Path::toString).orElse(url + path);
        }

        List<String> deployments() {
            return folder.isPresent() ? List.of("site", "frontier", "crawler") : List.of("frontier", "crawler");
        }
    }

    Crawl(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    Report run() throws InterruptedException, IOException {
        long started = System.nanoTime();
        Thread farewell = new Thread(this::sayFarewell);
        Runtime.getRuntime().addShutdownHook(farewell);
        Optional<SiteWalk> truth;
        Frontier frontier;
        try (Cluster cluster = start()) {
            console.say("cluster is up");
            frontier = openFrontier(cluster);
            if (frontier.progress().done()) {
                truth = options.start().folder().map(this::walk);
                console.say("the crawl was complete already, nothing is done: name another folder to crawl anew");
            } else {
                deploy(cluster);
                truth = options.start().folder().map(this::walk);
                awaitFleet(cluster);
                crawl(cluster, frontier, truth);
                report.endpoints.putAll(requestsPerPod(cluster));
            }
        } finally {
            forget(farewell);
        }
        report.seconds = seconds(started);
        finish(frontier, truth);
        return report;
    }

    private void sayFarewell() {
        int pages = opened.thenApply(frontier -> frontier.progress().distinct()).getNow(0);
        console.close("stopping: " + pages + " pages were crawled, the crawl isn't complete"
                + options.state()
                        .map(folder -> "; --state " + folder + " goes on with it")
                        .orElse(""));
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // it runs
        }
    }

    private Cluster start() {
        ClusterBuilder cluster = Cluster.builder().worker("frontier", this::serveFrontier);
        cluster.kind(Page.KIND);
        options.state().ifPresent(folder -> cluster.store(DiskStore.at(folder)));
        if (options.logs()) {
            cluster.printLogs(console::line);
        }
        return cluster.start();
    }

    private Frontier openFrontier(Cluster cluster) throws IOException {
        requireSameCrawl(cluster);
        cluster.apply(settings());
        Frontier frontier =
                new Frontier(new Ledger(cluster.client()), options.start().path());
        opened.complete(frontier);
        Frontier.Progress kept = frontier.progress();
        if (kept.before() > 0) {
            console.say("an earlier run has crawled " + kept.before() + " pages and left " + kept.open() + " open");
        }
        return frontier;
    }

    private void requireSameCrawl(Cluster cluster) throws IOException {
        Map<String, String> kept = cluster.client()
                .find(ConfigMap.KIND, ResourceKey.of("default", SETTINGS))
                .map(ConfigMap::data)
                .orElseGet(Map::of);
        if (!kept.isEmpty() && !kept.equals(settings().data())) {
            throw new IOException(
                    "--state " + options.state().map(Path::toString).orElse("") + ": has the crawl of "
                            + kept.get("start") + ", not of " + options.start() + ": name another folder");
        }
    }

    private void deploy(Cluster cluster) throws IOException {
        String applied = cluster.apply(
                        options.manifest(),
                        object -> options.start().folder().isPresent()
                                || !object.key().name().equals("site"))
                .toString();
        for (String name : options.start().deployments()) {
            if (applied.lines().noneMatch(line -> line.startsWith("deployment/" + name + " "))) {
                throw new IOException(options.manifest() + ": has no Deployment " + name + ": the crawl needs "
                        + String.join(", ", options.start().deployments()));
            }
        }
        console.say(applied);
    }

    /** What the manifest's pods refer to; there before them, so that none has to wait for it. */
    private ConfigMap settings() {
        Map<String, String> data = new LinkedHashMap<>();
        options.start()
                .folder()
                .ifPresent(site -> data.put("site", site.toAbsolutePath().toString()));
        if (!options.start().url().isEmpty()) {
            data.put("url", options.start().url());
        }
        data.put("root", options.start().root());
        data.put("start", options.start().toString());
        return ConfigMap.of(SETTINGS, data);
    }

    private SiteWalk walk(Path site) {
        SiteWalk walk = SiteWalk.of(site);
        console.say("a plain walk over the site's files finds " + walk.pages().size() + " pages and "
                + walk.broken().size() + " broken links");
        return walk;
    }

    private void awaitFleet(Cluster cluster) {
        long end = System.nanoTime() + options.readyLimit().toNanos();
        for (String name : options.start().deployments()) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            cluster.await(Deployment.KIND, name, Deployment::isAvailable, left);
        }
        console.say("fleet is ready");
    }

    /** Its pod may be there from an earlier run, before the frontier is. */
    private void serveFrontier(JvmContext context) throws IOException, InterruptedException, ExecutionException {
        FrontierServer server =
                new FrontierServer(opened.get(), new InetSocketAddress(context.address(), context.port()));
        try {
            context.awaitStop();
        } finally {
            server.close();
        }
    }

    private void crawl(Cluster cluster, Frontier frontier, Optional<SiteWalk> truth) throws InterruptedException {
        Optional<Integer> pages = truth.map(walk -> walk.pages().size());
        frontier.begin(options.rate()
                .orElse(pages.map(count -> count / DEFAULT_SECONDS).orElse(DEFAULT_RATE)));
        Progress progress = new Progress(cluster, console);
        long began = System.nanoTime();
        try (Troubles troubles = new Troubles(cluster, console, frontier, report)) {
            List<Troubles.Step> steps = troubles.steps(options.start());
            double before = share(frontier.progress(), pages);
            steps.removeIf(step -> step.share() <= before);
            long lastPage = began;
            int crawled = 0;
            Frontier.Progress now = frontier.progress();
            while (!now.done() || !steps.isEmpty() || !troubles.areOver()) {
                progress.show(now, pages.orElse(now.known()));
                countRestarts(cluster);
                if (now.pages() > crawled || now.done()) {
                    crawled = now.pages();
                    lastPage = System.nanoTime();
                }
                failIfStalled(lastPage, now);
                double share = share(now, pages);
                if (!steps.isEmpty() && (now.done() || share >= steps.get(0).share()) && troubles.areOver()) {
                    steps.remove(0).action().run();
                }
                Thread.sleep(TICK_MILLIS);
                now = frontier.progress();
            }
            progress.show(now, pages.orElse(now.known()));
        }
        console.keep();
        countRestarts(cluster);
        report.crawlSeconds = seconds(began);
    }

    private static double share(Frontier.Progress now, Optional<Integer> pages) {
        return now.distinct() / (double) pages.orElse(Math.max(100, now.known()));
    }

    private static void failIfStalled(long lastPage, Frontier.Progress now) {
        if (seconds(lastPage) > STALL_LIMIT.toSeconds()) {
            throw new IllegalStateException("no page was crawled for " + STALL_LIMIT.toSeconds() + " s: " + now);
        }
    }

    /** Pods come and go, so what they had to restart is noted while they are there. */
    private void countRestarts(Cluster cluster) {
        for (Pod pod : cluster.client().list(Pod.KIND)) {
            restartsByPod.merge(pod.metadata().name(), Troubles.restarts(pod), Math::max);
        }
        report.restarts =
                restartsByPod.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Long> requestsPerPod(Cluster cluster) {
        Map<String, Long> requests = new LinkedHashMap<>();
        cluster.requests()
                .forEach((endpoint, count) -> requests.merge(endpoint.pod().name(), count, Long::sum));
        return requests;
    }

    private void finish(Frontier frontier, Optional<SiteWalk> truth) {
        Frontier.Progress end = frontier.progress();
        report.pages = end.pages();
        report.distinctPages = end.distinct();
        report.pagesCrawledTwice = end.twice();
        report.pagesCrawledBefore = end.before();
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
