package io.coxswain.benchmarks.create;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.JmhRun;
import io.coxswain.benchmarks.harness.JmhRun.Figures;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.harness.Tools;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** P1: creation of Pods through the API server, beside the bare maps that could hold them and beside etcd. */
public final class PodCreation implements Benchmark {
    private static final String HEAP = "-Xmx4g";

    @Override
    public String name() {
        return "p1";
    }

    @Override
    public String title() {
        return "creation of Pods of 1 KiB, with defaults, validation and uid, in memory";
    }

    @Override
    public void run(Report report) throws Exception {
        Optional<Path> program = Tools.find("etcd");
        Optional<Samples> etcd = program.isPresent()
                ? Optional.of(EtcdCreation.measure(program.get(), report.effort()))
                : Optional.empty();
        for (int threads : new int[] {1, 4}) {
            Map<String, Figures> figures = new JmhRun(PodCreationJmh.class, report.effort())
                    .jvm("-Xms4g", HEAP, "-XX:+AlwaysPreTouch")
                    .run(threads, "subject");
            Table table = new Table(
                    "creates by " + threads + (threads == 1 ? " thread" : " threads"), "per second", Better.MORE);
            figures.forEach((subject, figure) -> table.row(
                    subject.toLowerCase(Locale.ROOT).replace('_', ' '),
                    figure.samples(),
                    String.format(Locale.ROOT, "%.0f B/op", figure.bytesPerOperation())));
            etcd.ifPresentOrElse(
                    samples -> table.row("etcd, create-if-absent, 256 in flight", samples),
                    () -> table.skipped("etcd", "no program etcd on the PATH"));
            report.table(table);
        }
    }
}
