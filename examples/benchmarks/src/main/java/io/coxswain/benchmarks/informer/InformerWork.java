package io.coxswain.benchmarks.informer;

import io.coxswain.benchmarks.harness.Allocation;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.informer.Subject.Opened;
import io.coxswain.benchmarks.memory.Pods;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** P10: what an informer does with the objects of a list and of a watch, and what an index costs to read. The subjects take turns. */
public final class InformerWork implements Benchmark {

    @Override
    public String name() {
        return "p10";
    }

    @Override
    public String title() {
        return "informer with two indexes and a handler, 100,000 Pods";
    }

    /** What is measured of each informer, in this order. */
    private enum Part {
        FILL("first list, cached and handed to the handler", "thousand objects per second", Better.MORE),
        UPDATE("an update of each, cached and handed to the handler", "thousand events per second", Better.MORE),
        NODE("look-up of a node's 20 Pods by index, each looked at", "ns", Better.LESS),
        NAMESPACE("look-up of a namespace's 10,000 Pods by index, each looked at", "us", Better.LESS);

        final String title;
        final String unit;
        final Better better;

        Part(String title, String unit, Better better) {
            this.title = title;
            this.unit = unit;
            this.better = better;
        }
    }

    private static final class Measured {
        final List<Double> values = new ArrayList<>();
        final List<Double> bytes = new ArrayList<>();
    }

    @Override
    public void run(Report report) throws Exception {
        int pods = report.effort().of(100_000, 200);
        int rounds = report.effort().of(7, 1);
        Map<Subject, Map<Part, Measured>> all = new EnumMap<>(Subject.class);
        for (int round = report.effort().of(-3, 0); round < rounds; round++) {
            for (Subject subject : Subject.values()) {
                Map<Part, Measured> of = all.computeIfAbsent(subject, any -> new EnumMap<>(Part.class));
                if (round <= 0) {
                    of.clear();
                }
                try (Opened informer = subject.open(pods)) {
                    measure(informer, pods, of);
                }
            }
        }
        for (Part part : Part.values()) {
            Table table = new Table(part.title, part.unit, part.better);
            all.forEach((subject, of) -> {
                Measured measured = of.getOrDefault(part, new Measured());
                table.row(
                        subject.title,
                        Samples.of(measured.values),
                        String.format(
                                Locale.ROOT,
                                "%.0f B",
                                Samples.of(measured.bytes).median()));
            });
            report.table(table);
        }
        report.note("B: allocated per object, event or look-up, by all threads.");
    }

    private static void measure(Opened informer, int pods, Map<Part, Measured> of) throws InterruptedException {
        System.gc();
        measure(of, Part.FILL, pods, 1e6, informer::fill);
        measure(of, Part.UPDATE, pods, 1e6, informer::update);
        int nodes = pods / Pods.PER_NODE;
        measure(of, Part.NODE, nodes, 1, () -> {
            for (int node = 0; node < nodes; node++) {
                check(informer.walkNode(Pods.node(node)), Pods.PER_NODE);
            }
        });
        int inNamespace = Math.min(pods, Pods.PER_NAMESPACE);
        int namespaces = pods / inNamespace;
        measure(of, Part.NAMESPACE, namespaces, 1e3, () -> {
            for (int namespace = 0; namespace < namespaces; namespace++) {
                check(informer.walkNamespace(Pods.namespace(namespace)), inNamespace);
            }
        });
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void measure(Map<Part, Measured> of, Part part, int operations, double scale, Work work)
            throws InterruptedException {
        long bytes = Allocation.bytes();
        long begin = System.nanoTime();
        work.run();
        double nanos = System.nanoTime() - begin;
        Measured measured = of.computeIfAbsent(part, any -> new Measured());
        measured.values.add(part.better == Better.MORE ? operations * scale / nanos : nanos / operations / scale);
        measured.bytes.add((Allocation.bytes() - bytes) / (double) operations);
    }

    private static void check(int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException("found " + found + " of " + expected);
        }
    }
}
