package io.coxswain.examples.crawler;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.cluster.Cluster;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to the fleet while it works, and how long the fleet takes to be well again. */
final class Troubles implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Console console;
    private final Frontier frontier;
    private final Report report;
    private final Measurements measurements = new Measurements();

    Troubles(Cluster cluster, Console console, Frontier frontier, Report report) {
        this.cluster = cluster;
        this.console = console;
        this.frontier = frontier;
        this.report = report;
    }

    /**
     * Something that happens when a share of the pages is crawled, and what happened before is over.
     *
     * @param share from 0 to 1
     */
    record Step(double share, Runnable action) {}

    List<Step> steps(Crawl.Start start) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(0.10, () -> scale(8)));
        steps.add(new Step(0.25, () -> kill("crawler")));
        if (start.folder().isPresent()) {
            steps.add(new Step(0.35, () -> kill("site")));
            steps.add(new Step(0.45, this::roll));
        }
        steps.add(new Step(0.85, () -> scale(4)));
        return steps;
    }

    /**
     * Whether the fleet is well again, as far as that is waited for.
     *
     * @throws IllegalStateException if it doesn't become so
     */
    boolean areOver() throws InterruptedException {
        return measurements.areDone();
    }

    private void scale(int replicas) {
        console.say("scaling crawler to " + replicas);
        cluster.client().patch(Deployment.KIND, key("crawler"), deployment -> deployment.withReplicas(replicas));
    }

    private void kill(String app) {
        Selection ofApp = Selection.inNamespace("default").labels("app=" + app);
        Optional<Pod> victim = cluster.client().list(Pod.KIND, ofApp).stream()
                .filter(Pod::isReady)
                .findFirst();
        if (victim.isEmpty()) {
            console.say("no " + app + " is ready, so none is killed");
            return;
        }
        Pod pod = victim.get();
        String name = pod.metadata().name();
        int before = restarts(pod);
        console.say("killing " + name + " (process " + pid(pod) + ") with SIGKILL");
        measurements.begin(
                () -> {
                    ProcessHandle.of(pid(pod)).ifPresent(ProcessHandle::destroyForcibly);
                    cluster.await(Pod.KIND, pod.key(), now -> restarts(now) > before && now.isReady(), LIMIT);
                },
                seconds -> {
                    report.killToReadySeconds.add(seconds);
                    console.say(String.format("%s is ready again after %.2f s", name, seconds));
                });
    }

    private void roll() {
        console.say("rolling site to version 2");
        long failedBefore = frontier.progress().failedRequests();
        measurements.begin(
                () -> {
                    cluster.client().patch(Deployment.KIND, key("site"), Troubles::versionTwo);
                    cluster.await(Deployment.KIND, "site", Deployment::isComplete, LIMIT);
                },
                seconds -> {
                    report.rolloutSeconds = seconds;
                    report.rolloutFailedRequests = frontier.progress().failedRequests() - failedBefore;
                    console.say(String.format("site is rolled out after %.2f s", seconds));
                });
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

    private static long pid(Pod pod) {
        String id = pod.status().containerStatuses().get(0).containerID();
        return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
    }

    static int restarts(Pod pod) {
        return pod.status().containerStatuses().stream()
                .mapToInt(status -> status.restartCount())
                .sum();
    }

    @Override
    public void close() {
        measurements.close();
    }
}
