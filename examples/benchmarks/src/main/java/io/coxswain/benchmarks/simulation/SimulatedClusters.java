package io.coxswain.benchmarks.simulation;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.simulation.Simulation;
import io.coxswain.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * P16: how many clusters are simulated in a second, from nothing to rest after faults. One thread runs at a time. Each sample is a search of a second with other random faults. Beside it, how long a
 * {@link TestCluster} takes to start.
 */
public final class SimulatedClusters implements Benchmark {
    @Override
    public String name() {
        return "p16";
    }

    @Override
    public String title() {
        return "simulated clusters: a Website is created, edited and deleted under all faults";
    }

    @Override
    public void run(Report report) {
        Table table = new Table("runs", "per second", Better.MORE);
        table.row("Website, Deployment, ReplicaSet; model of pods", rates(report, Websites::threeControllers));
        table.row("whole control plane, a node", rates(report, Websites::wholeControlPlane));
        report.table(table);
        Table starts = new Table("TestCluster with two nodes", "ms to start", Better.LESS);
        List<Double> times = starts(report.effort().of(200, 2));
        starts.row("the first of the JVM, after the runs above", Samples.of(times.subList(0, 1)));
        starts.row("later ones", Samples.of(times.subList(1, times.size())));
        report.table(starts);
    }

    private static List<Double> starts(int count) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            try (TestCluster cluster =
                    TestCluster.builder().nodes("a", "b").seed(i).start()) {
                times.add((System.nanoTime() - begun) / 1e6);
                if (cluster.nodes().size() != 2) {
                    throw new IllegalStateException("nodes " + cluster.nodes() + ": must be two");
                }
            }
        }
        return times;
    }

    /** As many searches go before, in which the JVM compiles: it takes that long to come to rest. */
    private static Samples rates(Report report, Consumer<Simulation> body) {
        int rounds = report.effort().of(20, 1);
        List<Double> rates = new ArrayList<>();
        for (int round = -rounds; round < rounds; round++) {
            double rate = Simulation.search(body)
                    .depth(1)
                    .runs(report.effort().of(1_000_000, 3))
                    .limit(Duration.ofSeconds(1))
                    .seed(round)
                    .progress(line -> {})
                    .check()
                    .runsPerSecond();
            if (round >= 0) {
                rates.add(rate);
            }
        }
        return Samples.of(rates);
    }
}
