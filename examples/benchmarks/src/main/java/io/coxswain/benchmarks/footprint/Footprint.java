package io.coxswain.benchmarks.footprint;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.harness.Tools;
import io.coxswain.benchmarks.programs.FirstPod;
import io.coxswain.benchmarks.programs.FirstReconcile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * P17: size of the jars; time from the start of a JVM to the first reconcile and to the first Pod of a manifest. Each sample is a JVM of its own, which shares nothing but the machine's file cache
 * with the others; with an archive of classes (CDS) besides, marked.
 */
public final class Footprint implements Benchmark {
    @Override
    public String name() {
        return "p17";
    }

    @Override
    public String title() {
        return "footprint: jars, start of the JVM -> first reconcile, YAML -> first Pod";
    }

    @Override
    public void run(Report report) throws Exception {
        Parts small = Parts.small();
        Parts all = Parts.all();
        report.table(new Table("jars, dependencies included", "MB", Better.LESS)
                .row("without network and json, " + small.count() + " jars", Samples.of(small.megabytes()))
                .row("all, " + all.count() + " jars", Samples.of(all.megabytes())));
        Path folder = Files.createTempDirectory("coxswain-footprint");
        try {
            times(report, folder, small, all);
        } finally {
            Tools.remove(folder);
        }
    }

    private static void times(Report report, Path folder, Parts small, Parts all)
            throws IOException, InterruptedException {
        Path manifest = Tools.extracted(Footprint.class, "one.yaml", folder);
        Start reconcile = new Start(small, FirstReconcile.class, List.of(FirstReconcile.RECONCILED));
        Start pod = new Start(all, FirstPod.class, List.of(FirstPod.STARTED, FirstPod.CREATED), manifest.toString());
        Table table = new Table("time", "ms", Better.LESS);
        int samples = report.effort().of(9, 1);
        measure(table, "", samples, reconcile, pod);
        if (small.arePacked() && all.arePacked()) {
            measure(
                    table,
                    ", CDS archive",
                    samples,
                    reconcile.archived(folder.resolve("small.jsa")),
                    pod.archived(folder.resolve("all.jsa")));
        }
        report.table(table);
    }

    private static void measure(Table table, String remark, int samples, Start reconcile, Start pod)
            throws IOException, InterruptedException {
        List<Double> reconciled = new ArrayList<>();
        List<Double> created = new ArrayList<>();
        List<Double> applied = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            reconciled.add(reconcile.millis().get(0));
            List<Double> times = pod.millis();
            created.add(times.get(1));
            applied.add(times.get(1) - times.get(0));
        }
        table.row("JVM start -> first reconcile (small)" + remark, Samples.of(reconciled));
        table.row("JVM start -> first Pod (all)" + remark, Samples.of(created));
        table.row("  of that, apply(Path) -> first Pod" + remark, Samples.of(applied));
    }
}
