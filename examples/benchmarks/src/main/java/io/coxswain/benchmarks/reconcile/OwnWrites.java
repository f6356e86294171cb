package io.coxswain.benchmarks.reconcile;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.reconcile.Subject.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** P18: how long after the answer to a write the caches of the same process have it, which is what a reconcile waits that reads its own writes. */
public final class OwnWrites implements Benchmark {
    private static final int OBJECTS = 50;
    private static final long PAUSE_NANOS = 200_000;

    @Override
    public String name() {
        return "p18";
    }

    @Override
    public String title() {
        return "a write is answered -> the cache has it";
    }

    @Override
    public void run(Report report) throws Exception {
        Table half = new Table("half of all", "us", Better.LESS);
        Table most = new Table("99 of 100", "us", Better.LESS);
        Table nearlyAll = new Table("999 of 1000", "us", Better.LESS);
        for (Subject subject : Subject.values()) {
            List<List<Double>> rounds = rounds(report, subject);
            half.row(subject.title, at(rounds, 0.5));
            most.row(subject.title, at(rounds, 0.99));
            nearlyAll.row(subject.title, at(rounds, 0.999));
        }
        report.table(half);
        report.table(most);
        report.table(nearlyAll);
    }

    private static List<List<Double>> rounds(Report report, Subject subject) throws InterruptedException {
        int writes = report.effort().of(500, 10);
        int rounds = report.effort().of(5, 1);
        List<List<Double>> kept = new ArrayList<>();
        try (Opened operator = subject.open(OBJECTS)) {
            for (int round = report.effort().of(-2, 0); round < rounds; round++) {
                List<Double> all = new ArrayList<>();
                for (int i = 0; i < writes; i++) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    all.add(operator.writeUntilCached(i % OBJECTS));
                }
                if (round >= 0) {
                    kept.add(Samples.of(all).values());
                }
            }
        }
        return kept;
    }

    private static Samples at(List<List<Double>> rounds, double share) {
        return Samples.of(rounds.stream()
                .map(sorted -> sorted.get((int) (share * (sorted.size() - 1))))
                .toList());
    }
}
