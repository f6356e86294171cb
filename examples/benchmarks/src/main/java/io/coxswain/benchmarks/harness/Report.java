package io.coxswain.benchmarks.harness;

import java.io.PrintStream;

/** Where a benchmark tells what it measured, and learns how much to do. */
public final class Report {
    private final Benchmark benchmark;
    private final Effort effort;
    private final PrintStream out;

    public Report(Benchmark benchmark, Effort effort, PrintStream out) {
        this.benchmark = benchmark;
        this.effort = effort;
        this.out = out;
    }

    public Effort effort() {
        return effort;
    }

    /** Says what is measured, where and by which command. */
    public void begin() {
        out.printf("%n== %s: %s%n", benchmark.name(), benchmark.title());
        out.printf(
                "   JDK %s (%s), %d cores, %s, %d MiB heap; java -jar benchmarks.jar %s%n",
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory() >> 20,
                benchmark.name());
    }

    /** Shows figures. */
    public void table(Table table) {
        out.print(table.text());
        out.flush();
    }

    /** Says something about the figures. */
    public void note(String text) {
        out.println("  " + text);
        out.flush();
    }
}
