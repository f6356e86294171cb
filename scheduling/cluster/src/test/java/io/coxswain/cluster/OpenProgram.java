package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** A program that never closes its cluster. Arguments: the script of its workers, which writes a line when it is up; how many seconds the worker gets at the end. Ends when its standard input does. */
final class OpenProgram {
    private static final int REPLICAS = 2;

    private OpenProgram() {}

    public static void main(String[] args) throws IOException {
        Set<ResourceKey> up = new TreeSet<>();
        CompletableFuture<Boolean> allUp = new CompletableFuture<>();
        Cluster cluster = Cluster.builder()
                .output((pod, container, line) -> heard(pod, up, allUp))
                .closeLimit(Duration.ofSeconds(Long.parseLong(args[1])))
                .start();
        Container shell = ContainerBuilder.builder()
                .name("shell")
                .image("process:")
                .command(List.of("/bin/sh", "-c", args[0]))
                .build();
        Deployment deployment = Deployment.of("worker", REPLICAS, shell);
        cluster.apply(deployment.withTemplateSpec(
                deployment.spec().template().spec().withTerminationGracePeriodSeconds(600L)));
        Environment.system().await(allUp, Duration.ofSeconds(30));
        Pod pod = cluster.client().list(Pod.KIND).get(0);
        System.out.println("ready " + pod.status().podIP());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void heard(ResourceKey pod, Set<ResourceKey> up, CompletableFuture<Boolean> allUp) {
        synchronized (up) {
            up.add(pod);
            if (up.size() == REPLICAS) {
                allUp.complete(true);
            }
        }
    }
}
