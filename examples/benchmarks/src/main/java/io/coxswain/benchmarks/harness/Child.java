package io.coxswain.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to see how long it takes to say certain lines. */
public final class Child {
    private static final long PATIENCE_SECONDS = 60;
    private static final int LINES_SHOWN = 20;

    private final List<String> command;
    private final End end;

    private enum End {
        /** It ends by itself when its input does; making an archive of classes on the way out takes seconds. */
        WITH_INPUT,
        BY_SIGNAL
    }

    private Child(List<String> command, End end) {
        this.command = command;
        this.end = end;
    }

    /** Any program that ends on SIGTERM. */
    public static Child program(List<String> command) {
        return new Child(command, End.BY_SIGNAL);
    }

    /** A class that ends when its input does, in a JVM like this one. */
    public static Child java(String classPath, List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return new Child(command, End.WITH_INPUT);
    }

    /** Milliseconds from the start of the process until a line contained each of these texts for the first time; then it is ended. */
    public Map<String, Double> millisUntil(String... texts) throws IOException, InterruptedException {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (String text : texts) {
            wanted.put(text, 1);
        }
        return millisUntil(wanted);
    }

    /** Milliseconds from the start of the process until that many lines contained a text; then it is ended. */
    public double millisUntil(int count, String text) throws IOException, InterruptedException {
        return millisUntil(Map.of(text, count)).values().iterator().next();
    }

    private Map<String, Double> millisUntil(Map<String, Integer> wanted) throws IOException, InterruptedException {
        Map<String, Integer> missing = new LinkedHashMap<>(wanted);
        Map<String, Double> times = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread alarm = killedAfterPatience(process);
            while (!missing.isEmpty()) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException(String.join(" ", command) + " ended before it said " + missing.keySet()
                            + ":\n"
                            + String.join("\n", said.subList(Math.max(0, said.size() - LINES_SHOWN), said.size())));
                }
                double millis = (System.nanoTime() - start) / 1e6;
                said.add(line);
                for (String text : wanted.keySet()) {
                    if (line.contains(text)
                            && missing.computeIfPresent(text, (key, n) -> n == 1 ? null : n - 1) == null) {
                        times.putIfAbsent(text, millis);
                    }
                }
            }
            alarm.interrupt();
        } finally {
            end(process);
        }
        return times;
    }

    private static Thread killedAfterPatience(Process process) {
        Thread alarm = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "child-alarm");
        alarm.setDaemon(true);
        alarm.start();
        return alarm;
    }

    /** Waits for a program to end, with patience and then without. */
    private void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (end == End.BY_SIGNAL || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
