package io.coxswain.benchmarks.reconcile;

import io.coxswain.benchmarks.harness.Allocation;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.reconcile.Subject.Opened;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** P11: from the call of create to the reconciler's first line, one at a time with pauses; and reconciles of objects that are cached, as many as {@link Subject#WORKERS} workers can. */
public final class ReconcileWork implements Benchmark {
    private static final int CACHED = 5_000;
    private static final int PASSES = 20;
    private static final long PAUSE_NANOS = 200_000;

    @Override
    public String name() {
        return "p11";
    }

    @Override
    public String title() {
        return "create -> first reconcile; reconciles of cached objects";
    }

    @Override
    public void run(Report report) {
        latency(report);
        rate(report);
    }

    private static void latency(Report report) {
        int creates = report.effort().of(1_000, 10);
        int rounds = report.effort().of(5, 1);
        Map<Subject, List<Double>> half = new EnumMap<>(Subject.class);
        Map<Subject, List<Double>> most = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            try (Opened operator = subject.open(1)) {
                for (int round = report.effort().of(-3, 0); round < rounds; round++) {
                    List<Double> all = new ArrayList<>();
                    for (int i = 0; i < creates; i++) {
                        all.add(micros(operator, 1 + (round + 3) * creates + i));
                    }
                    if (round >= 0) {
                        Samples sorted = Samples.of(all);
                        half.computeIfAbsent(subject, any -> new ArrayList<>()).add(sorted.median());
                        most.computeIfAbsent(subject, any -> new ArrayList<>())
                                .add(sorted.values().get(creates * 99 / 100));
                    }
                }
            }
        }
        report.table(table("create -> reconcile, half of all", half));
        report.table(table("create -> reconcile, 99 of 100", most));
    }

    private static double micros(Opened operator, int n) {
        LockSupport.parkNanos(PAUSE_NANOS);
        operator.runs().expect(1);
        long begin = System.nanoTime();
        operator.create(n);
        return (operator.runs().await() - begin) / 1e3;
    }

    private static Table table(String title, Map<Subject, List<Double>> figures) {
        Table table = new Table(title, "us", Better.LESS);
        figures.forEach((subject, samples) -> table.row(subject.title, Samples.of(samples)));
        return table;
    }

    private static void rate(Report report) {
        int cached = report.effort().of(CACHED, 20);
        int many = report.effort().of(CACHED * PASSES, 20);
        Table table = new Table("reconciles of cached objects, triggered by hand", "thousand per second", Better.MORE);
        rate(report, table, Subject.COXSWAIN, cached, PASSES);
        rate(report, table, Subject.JOSDK, cached, PASSES);
        rate(report, table, Subject.COXSWAIN, many, 1);
        report.table(table);
        report.note("B: allocated per reconcile, by all threads.");
    }

    private static void rate(Report report, Table table, Subject subject, int objects, int passes) {
        List<Double> rates = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        int rounds = report.effort().of(7, 1);
        try (Opened operator = subject.open(objects)) {
            for (int round = report.effort().of(-4, 0); round < rounds; round++) {
                long allocated = Allocation.bytes();
                long begin = System.nanoTime();
                for (int pass = 0; pass < passes; pass++) {
                    operator.runs().expect(objects);
                    operator.triggerAll();
                    operator.runs().await();
                }
                double reconciles = (double) objects * passes;
                if (round >= 0) {
                    rates.add(reconciles * 1e6 / (System.nanoTime() - begin));
                    bytes.add((Allocation.bytes() - allocated) / reconciles);
                }
            }
        }
        String note = String.format(
                Locale.ROOT, "%,d objects, %.0f B", objects, Samples.of(bytes).median());
        table.row(subject.title, Samples.of(rates), note);
    }
}
