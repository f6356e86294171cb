package io.coxswain.benchmarks.footprint;

import io.coxswain.benchmarks.harness.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is started again and again. */
final class Start {
    private final Parts parts;
    private final Class<?> program;
    private final List<String> lines;
    private final List<String> arguments;
    private final List<String> options = new ArrayList<>();

    /**
     * @param lines what it says on its way
     * @param arguments the program's
     */
    Start(Parts parts, Class<?> program, List<String> lines, String... arguments) {
        this.parts = parts;
        this.program = program;
        this.lines = lines;
        this.arguments = List.of(arguments);
    }

    /** Milliseconds until each line. */
    List<Double> millis() throws IOException, InterruptedException {
        Map<String, Double> times = Child.java(
                        parts.classPath(), options, program.getName(), arguments.toArray(String[]::new))
                .millisUntil(lines.toArray(String[]::new));
        return lines.stream().map(line -> times.getOrDefault(line, Double.NaN)).toList();
    }

    /** The same with an archive of the classes that it loads, which is made now. */
    Start archived(Path file) throws IOException, InterruptedException {
        with("-XX:ArchiveClassesAtExit=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                .millis();
        return with("-XX:SharedArchiveFile=" + file);
    }

    private Start with(String... more) {
        Start start = new Start(parts, program, lines, arguments.toArray(String[]::new));
        start.options.addAll(List.of(more));
        return start;
    }
}
