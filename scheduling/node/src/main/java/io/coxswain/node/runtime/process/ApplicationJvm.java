package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JVM of the application and what it was started with, to start a class of the application again in another process. */
final class ApplicationJvm {
    private ApplicationJvm() {}

    /** The {@code java} program that runs this JVM. */
    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The class and module path of the application and a main class on it.
     *
     * @throws WorkerStartException if there is no such class
     */
    static List<String> mainClass(WorkerSpec spec) {
        String name = spec.image().name();
        String resource = name.replace('.', '/') + ".class";
        if (name.isEmpty() || ClassLoader.getSystemResource(resource) == null) {
            throw WorkerStartException.notFound(
                    spec.subject() + ": image " + spec.image() + ": no class '" + name
                            + "' on the application's class path or module path: give the full name, such as java:com.example.Main");
        }
        List<String> line = new ArrayList<>();
        add(line, "-cp", System.getProperty("java.class.path", ""));
        add(line, "--module-path", System.getProperty("jdk.module.path", ""));
        Optional<String> module = moduleOf(name);
        module.ifPresent(found -> line.addAll(List.of("-m", found + "/" + name)));
        if (module.isEmpty()) {
            line.add(name);
        }
        return line;
    }

    private static void add(List<String> line, String option, String path) {
        if (!path.isEmpty()) {
            line.add(option);
            line.add(absolute(path));
        }
    }

    /** The worker starts in another folder than this JVM did. */
    private static String absolute(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> entry.isEmpty() ? "." : entry)
                .map(entry -> entry.endsWith("*")
                        ? Path.of(entry.substring(0, entry.length() - 1)).toAbsolutePath() + File.separator + "*"
                        : Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<String> moduleOf(String className) {
        int dot = className.lastIndexOf('.');
        String packageName = dot < 0 ? "" : className.substring(0, dot);
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getPackages().contains(packageName))
                .map(Module::getName)
                .findFirst();
    }

    /**
     * The options that run a jar.
     *
     * @throws WorkerStartException if there is no such file
     */
    static List<String> jar(WorkerSpec spec) {
        Path jar = spec.sandbox()
                .folder()
                .resolve(spec.image().name())
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw WorkerStartException.notFound(spec.subject() + ": image " + spec.image() + ": no such file " + jar
                    + ": the path is relative to the folder of the manifest");
        }
        return List.of("-jar", jar.toString());
    }
}
