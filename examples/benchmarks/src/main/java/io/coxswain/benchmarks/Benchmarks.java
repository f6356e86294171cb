package io.coxswain.benchmarks;

import io.coxswain.benchmarks.create.PodCreation;
import io.coxswain.benchmarks.durable.DurableCreation;
import io.coxswain.benchmarks.fanout.WatchFanOut;
import io.coxswain.benchmarks.footprint.Footprint;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.informer.InformerWork;
import io.coxswain.benchmarks.memory.CommitToHandler;
import io.coxswain.benchmarks.memory.CursorOrQueue;
import io.coxswain.benchmarks.memory.HeapPerPod;
import io.coxswain.benchmarks.memory.QuietWatchers;
import io.coxswain.benchmarks.memory.Reads;
import io.coxswain.benchmarks.queue.QueueWork;
import io.coxswain.benchmarks.reconcile.OwnWrites;
import io.coxswain.benchmarks.reconcile.ReconcileWork;
import io.coxswain.benchmarks.rollout.Rollout;
import io.coxswain.benchmarks.simulation.SimulatedClusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All benchmarks, by name. */
final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new PodCreation(),
            new DurableCreation(),
            new WatchFanOut(),
            new Rollout(),
            new SimulatedClusters(),
            new Footprint(),
            new QuietWatchers(),
            new CommitToHandler(),
            Reads.gets(),
            Reads.lists(),
            new HeapPerPod(),
            new CursorOrQueue(),
            new QueueWork(),
            new InformerWork(),
            new ReconcileWork(),
            new OwnWrites());

    private Benchmarks() {}

    static Map<String, Benchmark> byName() {
        Map<String, Benchmark> byName = new LinkedHashMap<>();
        for (Benchmark benchmark : ALL) {
            byName.put(benchmark.name(), benchmark);
        }
        return byName;
    }
}
