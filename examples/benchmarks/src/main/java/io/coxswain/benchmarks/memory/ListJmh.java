package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lists the 10,000 Pods of one namespace among 100,000, and walks through them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListJmh {
    private static final int PODS = 100_000;

    /** What is listed. */
    public enum Subject {
        /** By namespace. */
        COXSWAIN,
        /** By {@code spec.nodeName} within the namespace, for which there is an index by then; as many lists as there are nodes. */
        COXSWAIN_BY_NODE,
        /** A range of the sorted map. */
        CONCURRENT_SKIP_LIST_MAP,
        /** Everything is looked at. */
        CONCURRENT_HASH_MAP
    }

    @Param
    public Subject subject = Subject.COXSWAIN;

    private Supplier<List<Pod>> list = List::of;

    @Setup
    public void fill() {
        List<Pod> pods = Pods.pods(PODS);
        String namespace = Pods.namespace(3);
        switch (subject) {
            case COXSWAIN, COXSWAIN_BY_NODE -> {
                MemoryStore store = MemoryStore.create(Environment.system());
                Pods.fill(store, pods);
                list = subject == Subject.COXSWAIN
                        ? () -> store.snapshot().list(Pod.KIND, Selection.inNamespace(namespace))
                        : () -> byNode(store, namespace);
            }
            case CONCURRENT_SKIP_LIST_MAP -> {
                ConcurrentNavigableMap<ResourceKey, Pod> map = new ConcurrentSkipListMap<>();
                pods.forEach(pod -> map.put(pod.key(), pod));
                list = () ->
                        new ArrayList<>(map.subMap(ResourceKey.of(namespace, ""), ResourceKey.of(namespace + '\0', ""))
                                .values());
            }
            case CONCURRENT_HASH_MAP -> {
                ConcurrentMap<ResourceKey, Pod> map = new ConcurrentHashMap<>();
                pods.forEach(pod -> map.put(pod.key(), pod));
                list = () -> map.values().stream()
                        .filter(pod -> pod.metadata().namespace().equals(namespace))
                        .toList();
            }
        }
    }

    private static List<Pod> byNode(MemoryStore store, String namespace) {
        List<Pod> all = new ArrayList<>(Pods.PER_NAMESPACE);
        int first = 3 * Pods.PER_NAMESPACE / Pods.PER_NODE;
        for (int node = first; node < first + Pods.PER_NAMESPACE / Pods.PER_NODE; node++) {
            Selection selection = Selection.inNamespace(namespace).field("spec.nodeName", Pods.node(node));
            all.addAll(store.snapshot().list(Pod.KIND, selection));
        }
        return all;
    }

    @Benchmark
    @OperationsPerInvocation(Pods.PER_NAMESPACE)
    public int walk() {
        int present = 0;
        for (Pod pod : list.get()) {
            present += pod.metadata() == null ? 0 : 1;
        }
        if (present != Pods.PER_NAMESPACE) {
            throw new IllegalStateException("listed " + present);
        }
        return present;
    }
}
