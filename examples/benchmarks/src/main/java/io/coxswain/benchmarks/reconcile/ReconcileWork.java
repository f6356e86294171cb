package io.coxswain.benchmarks.reconcile;

import io.coxswain.benchmarks.harness.Allocation;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.reconcile.Subject.Opened;
import io.coxswain.environment.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** P11: from the call of create to the reconciler's first line, one at a time with pauses; and reconciles of objects that are cached, as many as {@link Subject#WORKERS} workers can. */
public final class ReconcileWork implements Benchmark {
    private static final int CACHED = 5_000;
    private static final int PASSES = 20;
    private static final long PAUSE_NANOS = 200_000;
    /** Enough for the compiler, unless it takes longer than {@link #WARM_UP_SECONDS}. */
    private static final int WARM_UPS = 20_000;

    private static final int WARM_UP_SECONDS = 10;
    private static final String LIMIT = "the limit: wake a step, which wakes a worker";

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

    /** What leads to a run. */
    private record Path(String title, Runs runs, Runnable begin) {}

    private static void latency(Report report) {
        Table half = new Table("create -> reconcile, half of all", "us", Better.LESS);
        Table most = new Table("create -> reconcile, 99 of 100", "us", Better.LESS);
        for (Subject subject : Subject.values()) {
            try (Opened operator = subject.open(1)) {
                int[] created = {1};
                Runnable create = () -> operator.create(created[0]++);
                latency(report, new Path(subject.title, operator.runs(), create), half, most);
            }
        }
        Environment environment = Environment.system();
        Executor step = environment.serial("limit");
        Executor worker = environment.workers("limit", 1);
        Runs runs = new Runs();
        latency(report, new Path(LIMIT, runs, () -> step.execute(() -> worker.execute(runs::one))), half, most);
        report.table(half);
        report.table(most);
    }

    private static void latency(Report report, Path path, Table half, Table most) {
        long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(report.effort().of(WARM_UP_SECONDS, 0));
        for (int i = 0; i < WARM_UPS && System.nanoTime() < warm; i++) {
            micros(path);
        }
        int creates = report.effort().of(1_000, 10);
        List<Double> medians = new ArrayList<>();
        List<Double> nearlyAll = new ArrayList<>();
        for (int round = report.effort().of(5, 1); round > 0; round--) {
            List<Double> all = new ArrayList<>();
            for (int i = 0; i < creates; i++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                all.add(micros(path));
            }
            Samples sorted = Samples.of(all);
            medians.add(sorted.median());
            nearlyAll.add(sorted.values().get(creates * 99 / 100));
        }
        half.row(path.title, Samples.of(medians));
        most.row(path.title, Samples.of(nearlyAll));
    }

    private static double micros(Path path) {
        path.runs.expect(1);
        long began = System.nanoTime();
        path.begin.run();
        return (path.runs.await() - began) / 1e3;
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
