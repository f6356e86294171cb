package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.cluster.small.SmallProgram;
import io.coxswain.controller.Controller;
import io.coxswain.node.NodeAgent;
import io.coxswain.scheduling.Scheduler;
import io.coxswain.store.Store;
import io.coxswain.workloads.Workloads;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jctools.queues.MessagePassingQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** An application may leave out what reads manifests and what listens for Services. */
class SmallClusterTest {
    private static final List<Class<?>> PARTS = List.of(
            Pod.class,
            Store.class,
            Controller.class,
            Workloads.class,
            Scheduler.class,
            NodeAgent.class,
            Cluster.class,
            MessagePassingQueue.class,
            Caffeine.class,
            Logger.class,
            SimpleLogger.class);

    @Test
    void onTheClassPathAClusterRunsWithoutJsonAndNetwork() throws Exception {
        String classPath = paths(Stream.concat(Stream.of(SmallProgram.class), PARTS.stream()));

        assertEquals(expected("class path"), run("-cp", classPath));
    }

    @Test
    void onTheModulePathAClusterRunsWithoutJsonAndNetwork() throws Exception {
        String said = run(
                "-p",
                paths(PARTS.stream()),
                "--add-modules",
                "io.coxswain.cluster",
                "-cp",
                paths(Stream.of(SmallProgram.class)));

        assertEquals(expected("module path"), said);
    }

    private static String expected(String module) {
        return """
                available on the %s
                port 8080
                requests {}
                coxswain-json: Reading manifest web.yaml needs io.coxswain:coxswain-json, which isn't there: \
                add the dependency, and to a module-info "requires io.coxswain.json;"
                Service default/listening: spec.ports: to listen on them needs io.coxswain:coxswain-network, which isn't there: \
                add the dependency, and to a module-info "requires io.coxswain.network;"; \
                or set spec.clusterIP to None and pick endpoints by a balancer""".formatted(module);
    }

    private static String paths(Stream<Class<?>> types) throws URISyntaxException {
        List<Path> places = new ArrayList<>();
        for (Class<?> type : types.toList()) {
            places.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return places.stream().map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of(options));
        command.add(SmallProgram.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }
}
