package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line, folder and variables that a container comes to.
 *
 * @param command never empty; the first is the program
 * @param folder where it starts
 * @param environment all variables that it gets
 */
record Launch(List<String> command, Path folder, Map<String, String> environment) {

    /** Where an image of kind {@code java:} or {@code jar:} takes options for the JVM from, separated by white space, as container images commonly do. */
    private static final String JVM_OPTIONS = "JAVA_OPTS";

    /**
     * @param more variables over those of the container
     * @throws WorkerStartException if the container can't be run, with what would be right
     */
    static Launch of(WorkerSpec spec, Map<String, String> more) {
        Map<String, String> environment = InheritedVariables.under(spec.environment());
        environment.putAll(more);
        Path folder = folder(spec);
        List<String> command = command(spec, environment);
        Programs.check(spec.subject(), command.get(0), folder, environment.get("PATH"));
        return new Launch(command, folder, environment);
    }

    private static Path folder(WorkerSpec spec) {
        Path start = spec.sandbox().folder();
        Path base = spec.image().scheme().equals("file")
                ? start.resolve(spec.image().name())
                : start;
        Path folder = base.resolve(spec.workingDir()).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw WorkerStartException.notFound(spec.subject() + ": no such working folder " + folder
                    + ": workingDir is relative to the folder of the manifest");
        }
        return folder;
    }

    private static List<String> command(WorkerSpec spec, Map<String, String> environment) {
        return switch (spec.image().scheme()) {
            case "process", "file" -> program(spec);
            case "java" -> withOwnProgram(spec, environment, ApplicationJvm.mainClass(spec));
            case "jar" -> withOwnProgram(spec, environment, ApplicationJvm.jar(spec));
            default ->
                throw WorkerStartException.misconfigured(
                        spec.subject() + ": image " + spec.image() + ": is none of process:, file:, java:, jar:");
        };
    }

    private static List<String> program(WorkerSpec spec) {
        List<String> line = spec.commandLine();
        if (line.isEmpty() || line.get(0).isEmpty()) {
            throw WorkerStartException.misconfigured(spec.subject() + ": image " + spec.image()
                    + ": needs a command, such as command: [\"python3\", \"server.py\"]");
        }
        return line;
    }

    private static List<String> withOwnProgram(WorkerSpec spec, Map<String, String> environment, List<String> main) {
        if (!spec.command().isEmpty()) {
            throw WorkerStartException.misconfigured(spec.subject() + ": command: " + spec.command() + ": image "
                    + spec.image()
                    + " is the command; put its arguments into args, options of the JVM into the variable "
                    + JVM_OPTIONS);
        }
        List<String> line = new ArrayList<>();
        line.add(ApplicationJvm.program());
        String options = environment.getOrDefault(JVM_OPTIONS, "").strip();
        if (!options.isEmpty()) {
            line.addAll(List.of(options.split("\\s+")));
        }
        line.addAll(main);
        line.addAll(spec.arguments());
        return List.copyOf(line);
    }
}
