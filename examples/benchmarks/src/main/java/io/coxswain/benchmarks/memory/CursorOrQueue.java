package io.coxswain.benchmarks.memory;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.JmhRun;
import io.coxswain.benchmarks.harness.JmhRun.Figures;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.memory.CursorOrQueueJmh.Subject;
import java.util.Map;
import java.util.Objects;

/** Whether a cursor on a shared log beats a queue per subscriber: the reason for the store's watch path. */
public final class CursorOrQueue implements Benchmark {

    @Override
    public String name() {
        return "cursors";
    }

    @Override
    public String title() {
        return "a cursor on one log beside a JCTools queue, for each subscriber";
    }

    @Override
    public void run(Report report) throws Exception {
        Map<String, Figures> figures = new JmhRun(CursorOrQueueJmh.class, report.effort()).run(1, "subject");
        for (int subscribers : new int[] {10, 100, 1_000}) {
            Table table = new Table(subscribers + " subscribers", "million deliveries per second", Better.MORE);
            for (Subject subject : Subject.values()) {
                if (subject.subscribers == subscribers) {
                    Samples batches =
                            Objects.requireNonNull(figures.get(subject.name())).samples();
                    table.row(
                            subject.name().startsWith("QUEUES")
                                    ? "JCTools SPSC, a queue each"
                                    : "one log, a cursor each",
                            Samples.of(batches.values().stream()
                                    .map(perMicro -> perMicro * CursorOrQueueJmh.deliveries(subject))
                                    .toList()));
                }
            }
            report.table(table);
        }
    }
}
