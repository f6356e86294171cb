package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informer;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** P8: heap per stored Pod beyond the Pod itself, per entry of a further index, and per Pod of an informer. Measured by what is in use after collection. */
public final class HeapPerPod implements Benchmark {

    @Override
    public String name() {
        return "p8";
    }

    @Override
    public String title() {
        return "heap per small Pod, beyond the Pod";
    }

    @Override
    public void run(Report report) {
        int pods = report.effort().of(200_000, 2_000);
        int rounds = report.effort().of(3, 1);
        List<Double> store = new ArrayList<>();
        List<Double> byNode = new ArrayList<>();
        List<Double> byLabel = new ArrayList<>();
        List<Double> informer = new ArrayList<>();
        List<Double> hashed = new ArrayList<>();
        List<Double> sorted = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            hashed.add(map(pods, new ConcurrentHashMap<>()));
            sorted.add(map(pods, new ConcurrentSkipListMap<>()));
            store(pods, store, byNode, byLabel);
        }
        for (int round = 0; round < rounds; round++) {
            informer.add(informer(pods));
        }
        report.table(new Table("stored, and in the order of namespace and name", "bytes per Pod", Better.LESS)
                .row("coxswain", Samples.of(store))
                .row("ConcurrentHashMap by key, unordered", Samples.of(hashed))
                .row("ConcurrentSkipListMap by key", Samples.of(sorted)));
        report.table(new Table("a further index", "bytes per entry", Better.LESS)
                .row("coxswain by spec.nodeName, " + Pods.PER_NODE + " of a value", Samples.of(byNode))
                .row("coxswain by label app, " + Pods.PER_APPLICATION + " of a value", Samples.of(byLabel)));
        report.table(new Table("an informer with two indexes, beside the store", "bytes per Pod", Better.LESS)
                .row("coxswain", Samples.of(informer)));
    }

    /** What is in use with the store, with its indexes, and with nothing but the Pods that it held. */
    private static void store(int pods, List<Double> store, List<Double> byNode, List<Double> byLabel) {
        long[] inUse = new long[3];
        Object[] alone = stored(pods, inUse);
        long podsOnly = inUseWith(alone) - arrayBytes(alone);
        store.add((inUse[0] - podsOnly) / (double) pods);
        byNode.add((inUse[1] - inUse[0]) / (double) pods);
        byLabel.add((inUse[2] - inUse[1]) / (double) pods);
    }

    /** Last, as its server lets go of the store a while after both are closed. */
    private static double informer(int pods) {
        try (MemoryStore filled = MemoryStore.create(Environment.system())) {
            Pods.fill(filled, Pods.pods(pods));
            long before = inUseWith(filled);
            try (Informer<Pod> cache = Informers.filledFrom(filled)) {
                return (inUseWith(cache) - before) / (double) pods;
            }
        }
    }

    private static Object[] stored(int pods, long[] inUse) {
        try (MemoryStore filled =
                MemoryStore.builder(Environment.system()).retainCommits(1).build()) {
            for (int n = 0; n < pods; n++) {
                Pods.fill(filled, List.of(Pods.pod(n)));
            }
            filled.snapshot().list(Pod.KIND, Selection.all());
            inUse[0] = inUse();
            list(filled, Selection.all().field("spec.nodeName", Pods.node(1)));
            inUse[1] = inUse();
            list(filled, Selection.all().labels("app=app-1"));
            inUse[2] = inUse();
            return filled.snapshot().list(Pod.KIND, Selection.all()).toArray();
        }
    }

    /** The first list builds the index, the second uses it. */
    private static void list(MemoryStore store, Selection selection) {
        store.snapshot().list(Pod.KIND, selection);
        store.snapshot().list(Pod.KIND, selection);
    }

    private static double map(int pods, ConcurrentMap<ResourceKey, Pod> map) {
        for (int n = 0; n < pods; n++) {
            Pod pod = Pods.pod(n);
            map.put(pod.key(), pod);
        }
        long filled = inUse();
        Object[] alone = map.values().toArray();
        map.clear();
        long podsOnly = inUseWith(alone) - arrayBytes(alone);
        return (filled - podsOnly) / (double) pods;
    }

    private static long arrayBytes(Object[] array) {
        return 16 + 4L * array.length;
    }

    private static long inUseWith(Object kept) {
        try {
            return inUse();
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    private static long inUse() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
