package io.coxswain.benchmarks.rollout;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Child;
import io.coxswain.benchmarks.harness.Effort;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.harness.Tools;
import io.coxswain.benchmarks.programs.RunDeployment;
import io.coxswain.benchmarks.programs.RunProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P14: from the start of a program, its JVM included, to 10 ready workers. Each sample is a program of its own; the subjects take turns.
 *
 * <p>Ready means: the cluster's own status says so, which for native workers takes an exec probe that runs {@code true}, for JVM workers a connection to their port. The bare loop is ready when its
 * processes were started, or listen.
 */
public final class Rollout implements Benchmark {
    private interface Attempt {
        double millis() throws IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "p14";
    }

    @Override
    public String title() {
        return "Deployment YAML -> 10 workers ready, JVM start included";
    }

    @Override
    public void run(Report report) throws Exception {
        Path folder = Files.createTempDirectory("coxswain-rollout");
        try {
            natives(report, folder);
            jvms(report, folder);
        } finally {
            Tools.remove(folder);
        }
    }

    private static void natives(Report report, Path folder) throws IOException, InterruptedException {
        int workers = report.effort().of(10, 1);
        Map<String, Attempt> subjects = new LinkedHashMap<>();
        subjects.put("coxswain, exec probe", deployment("sleepers", folder, workers));
        subjects.put(
                "bare ProcessBuilder loop, no probe",
                () -> loop("sleep", List.of(Integer.toString(workers))).millisUntil(1, RunProcesses.READY));
        Optional<Path> supervisord = Tools.find("supervisord");
        if (supervisord.isPresent() && report.effort() == Effort.FULL) {
            for (int seconds : new int[] {1, 0}) {
                Child child = Supervisord.of(supervisord.get(), folder, workers, seconds);
                subjects.put(
                        "supervisord, startsecs=" + seconds + (seconds == 1 ? " (its default)" : ""),
                        () -> child.millisUntil(workers, Supervisord.RUNNING));
            }
        }
        Table table = new Table(workers + " native workers (sleep)", "ms", Better.LESS);
        measure(subjects, report.effort().of(9, 1)).forEach(table::row);
        if (supervisord.isEmpty()) {
            table.skipped("supervisord", "no program supervisord on the PATH");
        }
        report.table(table);
    }

    private static void jvms(Report report, Path folder) throws IOException, InterruptedException {
        int workers = report.effort().of(10, 1);
        Map<String, Attempt> subjects = new LinkedHashMap<>();
        subjects.put("coxswain, tcp probe", deployment("listeners", folder, workers));
        subjects.put(
                "bare ProcessBuilder loop, all listen",
                () -> loop("listen", ports(workers)).millisUntil(1, RunProcesses.READY));
        Table table = new Table(workers + " JVM workers", "ms", Better.LESS);
        measure(subjects, report.effort().of(7, 1)).forEach(table::row);
        report.table(table);
    }

    private static List<String> ports(int count) throws IOException {
        return Tools.freePorts(count).stream()
                .map(port -> Integer.toString(port))
                .toList();
    }

    private static Attempt deployment(String name, Path folder, int replicas) throws IOException {
        String manifest = new String(Tools.resource(Rollout.class, name + ".yaml"), StandardCharsets.UTF_8)
                .replace("replicas: 10", "replicas: " + replicas);
        Path file = Files.writeString(folder.resolve(name + ".yaml"), manifest);
        Child child = Child.java(
                System.getProperty("java.class.path"),
                List.of(),
                RunDeployment.class.getName(),
                file.toString(),
                name,
                Integer.toString(replicas));
        return () -> child.millisUntil(1, RunDeployment.READY);
    }

    private static Child loop(String what, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(what));
        all.addAll(arguments);
        return Child.java(
                System.getProperty("java.class.path"),
                List.of(),
                RunProcesses.class.getName(),
                all.toArray(String[]::new));
    }

    private static Map<String, Samples> measure(Map<String, Attempt> subjects, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Attempt> subject : subjects.entrySet()) {
                millis.computeIfAbsent(subject.getKey(), key -> new ArrayList<>())
                        .add(subject.getValue().millis());
            }
        }
        Map<String, Samples> samples = new LinkedHashMap<>();
        millis.forEach((subject, values) -> samples.put(subject, Samples.of(values)));
        return samples;
    }
}
