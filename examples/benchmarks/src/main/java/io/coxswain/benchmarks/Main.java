package io.coxswain.benchmarks;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Effort;
import io.coxswain.benchmarks.harness.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Runs benchmarks: those that are named, or all. */
public final class Main {
    private static final String SMOKE = "--smoke";

    private Main() {}

    /** Arguments: names of benchmarks, or {@code all}; {@code --smoke} runs them only to see that they run. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        List<String> names = new ArrayList<>(Arrays.asList(args));
        Effort effort = names.remove(SMOKE) ? Effort.SMOKE : Effort.FULL;
        Map<String, Benchmark> known = Benchmarks.byName();
        Collection<Benchmark> wanted;
        if (names.equals(List.of("all"))) {
            wanted = known.values();
        } else if (!names.isEmpty() && known.keySet().containsAll(names)) {
            wanted = names.stream().map(known::get).toList();
        } else {
            return usage(known);
        }
        int failures = 0;
        for (Benchmark benchmark : wanted) {
            failures += run(benchmark, new Report(benchmark, effort, System.out));
        }
        return failures == 0 ? 0 : 1;
    }

    private static int run(Benchmark benchmark, Report report) {
        try {
            report.begin();
            benchmark.run(report);
            return 0;
        } catch (Exception e) {
            System.err.println(benchmark.name() + " failed:");
            e.printStackTrace();
            return 1;
        }
    }

    private static int usage(Map<String, Benchmark> known) {
        System.err.println("usage: java -jar benchmarks.jar [" + SMOKE + "] all | NAME...");
        known.forEach((name, benchmark) -> System.err.printf("  %-5s %s%n", name, benchmark.title()));
        return 2;
    }
}
