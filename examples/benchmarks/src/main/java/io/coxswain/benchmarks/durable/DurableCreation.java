package io.coxswain.benchmarks.durable;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Effort;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.harness.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * P2: durable creation of Pods in the disk store, beside what the disk can do with the same bytes per force, and beside embedded
 * databases with the same number of records per commit. In turns, so that all see the same disk.
 */
public final class DurableCreation implements Benchmark {
    /** The property that names the folder in which is written. */
    private static final String FOLDER = "coxswain.benchmarks.folder";

    /** So many turns aren't counted: until then the JVM's compiler takes a third of the processors. */
    private static final int WARM_UP = 3;

    @Override
    public String name() {
        return "p2";
    }

    @Override
    public String title() {
        return "durable creation of Pods of 1 KiB; -D" + FOLDER + "=DIR says on which disk";
    }

    @Override
    public void run(Report report) throws Exception {
        for (int writers : new int[] {1, 256}) {
            run(report, writers);
        }
    }

    private static void run(Report report, int writers) throws Exception {
        Effort effort = report.effort();
        long nanos = effort.of(2_000, 50) * 1_000_000L;
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        List<Double> groups = new ArrayList<>();
        for (int turn = -effort.of(WARM_UP, 0); turn < effort.of(7, 1); turn++) {
            if (turn == 0) {
                rates.clear();
                groups.clear();
            }
            StoreWriters.Figures ours = in(folder -> StoreWriters.measure(folder, writers, nanos));
            int group = Math.max(1, (int) Math.round(ours.commitsPerForce()));
            int bytes = Math.max(1, (int) Math.round(ours.bytesPerForce()));
            groups.add(ours.commitsPerForce());
            add(rates, "coxswain", ours.commitsPerSecond());
            add(rates, "append + force", group * in(folder -> RawDisk.append(folder, bytes, nanos)));
            add(
                    rates,
                    "overwrite of a preallocated file + force",
                    group * in(folder -> RawDisk.overwrite(folder, bytes, nanos)));
            add(rates, "RocksDB, synchronous write batch", in(folder -> Databases.rocksDb(folder, group, nanos)));
            add(rates, "H2 MVStore, commit + sync", in(folder -> Databases.mvStore(folder, group, nanos)));
        }
        Table table = new Table(
                "durable creates, " + (writers == 1 ? "one at a time" : writers + " in flight"),
                "per second",
                Better.MORE);
        rates.forEach((subject, values) -> table.row(subject, Samples.of(values)));
        report.table(table);
        report.note(String.format(
                "median of creates per force: %.1f", Samples.of(groups).median()));
    }

    private static void add(Map<String, List<Double>> rates, String subject, double rate) {
        rates.computeIfAbsent(subject, absent -> new ArrayList<>()).add(rate);
    }

    /** Something that is measured in a folder of its own. */
    @FunctionalInterface
    private interface Measured<T> {
        T in(Path folder) throws Exception;
    }

    private static <T> T in(Measured<T> measured) throws Exception {
        Properties properties = System.getProperties();
        Path parent = Path.of(properties.getProperty(FOLDER, properties.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(parent, "coxswain-p2");
        try {
            return measured.in(folder);
        } finally {
            Tools.remove(folder);
        }
    }
}
