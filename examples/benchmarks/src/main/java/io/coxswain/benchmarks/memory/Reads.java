package io.coxswain.benchmarks.memory;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.JmhRun;
import io.coxswain.benchmarks.harness.JmhRun.Figures;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import java.util.Locale;
import java.util.Map;

/** P6 and P7: gets by key, and lists of a namespace, beside maps that hold the same Pods. */
public final class Reads implements Benchmark {
    private final String name;
    private final String title;
    private final Class<?> measured;
    private final String unit;
    private final Better better;

    private Reads(String name, String title, Class<?> measured, String unit, Better better) {
        this.name = name;
        this.title = title;
        this.measured = measured;
        this.unit = unit;
        this.better = better;
    }

    /** P6. */
    public static Reads gets() {
        return new Reads("p6", "get by key, 100,000 Pods", GetJmh.class, "ns per get", Better.LESS);
    }

    /** P7. */
    public static Reads lists() {
        return new Reads(
                "p7",
                "list of 10,000 Pods of one namespace out of 100,000",
                ListJmh.class,
                "million objects per second",
                Better.MORE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void run(Report report) throws Exception {
        Map<String, Figures> figures =
                new JmhRun(measured, report.effort()).jvm("-Xms2g", "-Xmx2g").run(1, "subject");
        Table table = new Table(title, unit, better);
        figures.forEach((subject, figure) -> table.row(
                subject.toLowerCase(Locale.ROOT).replace('_', ' '),
                figure.samples(),
                String.format(Locale.ROOT, "%.1f B/op", figure.bytesPerOperation())));
        report.table(table);
    }
}
