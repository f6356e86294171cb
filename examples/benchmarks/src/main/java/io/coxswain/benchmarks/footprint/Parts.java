package io.coxswain.benchmarks.footprint;

import io.coxswain.benchmarks.programs.FirstPod;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars of a Coxswain that an application has on its class path. Found by a class of each; a child that misses one fails. */
final class Parts {
    /** What every application needs. */
    private static final List<String> CORE = List.of(
            "io.coxswain.cluster.Cluster",
            "io.coxswain.api.core.v1.Pod",
            "io.coxswain.store.Store",
            "io.coxswain.controller.Controller",
            "io.coxswain.workloads.Workloads",
            "io.coxswain.scheduling.Scheduler",
            "io.coxswain.node.NodeAgent",
            "org.slf4j.Logger",
            "org.jctools.queues.MessagePassingQueue",
            "com.github.benmanes.caffeine.cache.Caffeine");

    /** What manifests need. */
    private static final List<String> JSON =
            List.of("io.coxswain.json.Codec", "com.fasterxml.jackson.core.JsonParser", "org.yaml.snakeyaml.nodes.Node");

    /** What Service addresses need. */
    private static final List<String> NETWORK = List.of(
            "io.coxswain.network.ServiceProxy",
            "io.netty.channel.Channel",
            "io.netty.buffer.ByteBuf",
            "io.netty.util.concurrent.Future",
            "io.netty.resolver.AddressResolver");

    private final List<Path> jars;

    private Parts(List<Path> jars) {
        this.jars = jars;
    }

    /** Without network and json. */
    static Parts small() {
        return of(CORE.stream());
    }

    static Parts all() {
        return of(Stream.of(CORE, JSON, NETWORK).flatMap(List::stream));
    }

    private static Parts of(Stream<String> markers) {
        Set<Path> jars = new LinkedHashSet<>();
        markers.map(Parts::place).forEach(jars::add);
        return new Parts(List.copyOf(jars));
    }

    private static Path place(String marker) {
        try {
            return Path.of(Class.forName(marker, false, Parts.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return jars.size();
    }

    /** The size of all jars together. */
    double megabytes() throws IOException {
        long bytes = 0;
        for (Path jar : jars) {
            try (Stream<Path> files = Files.walk(jar)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes / 1e6;
    }

    /** The class path of an application of these parts, the programs of this module and a provider that logs. */
    String classPath() {
        List<Path> path = new ArrayList<>(List.of(programs()));
        path.addAll(jars);
        path.add(place("org.slf4j.simple.SimpleLogger"));
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar beside ours that holds nothing but them; where we aren't in a jar, where we are. */
    private static Path programs() {
        Path own = place(FirstPod.class.getName());
        Path jar = own.resolveSibling("benchmarks-programs.jar");
        return Files.isRegularFile(own) && Files.exists(jar) ? jar : own;
    }

    /** Whether all parts are jars, as an archive of classes needs it. */
    boolean arePacked() {
        return Stream.concat(Stream.of(programs()), jars.stream()).allMatch(Files::isRegularFile);
    }
}
