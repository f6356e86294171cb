package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Informer;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.memory.MemoryStore;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Gets by key, in an order that caches can't foresee, with keys that are equal to the stored ones and not the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GetJmh {
    private static final int PODS = 100_000;

    /** What holds the Pods. */
    public enum Subject {
        COXSWAIN,
        COXSWAIN_INFORMER,
        CONCURRENT_HASH_MAP,
        CONCURRENT_SKIP_LIST_MAP
    }

    @Param
    public Subject subject = Subject.COXSWAIN;

    private ResourceKey[] keys = {};
    private int next;
    private @Nullable MemoryStore store;
    private @Nullable Informer<Pod> informer;
    private Function<ResourceKey, @Nullable Object> get = key -> null;

    @Setup
    public void fill() {
        List<Pod> pods = Pods.pods(PODS);
        keys = new ResourceKey[PODS];
        for (int n = 0; n < PODS; n++) {
            keys[n] = Pods.key((int) ((n * 7_919L) % PODS));
        }
        if (subject == Subject.COXSWAIN || subject == Subject.COXSWAIN_INFORMER) {
            MemoryStore filled = MemoryStore.create(Environment.system());
            Pods.fill(filled, pods);
            store = filled;
            get = subject == Subject.COXSWAIN ? key -> filled.get(Pod.KIND, key) : cached(filled);
        } else {
            ConcurrentMap<ResourceKey, Pod> map =
                    subject == Subject.CONCURRENT_HASH_MAP ? new ConcurrentHashMap<>() : new ConcurrentSkipListMap<>();
            pods.forEach(pod -> map.put(pod.key(), pod));
            get = map::get;
        }
    }

    private Function<ResourceKey, @Nullable Object> cached(MemoryStore filled) {
        Informer<Pod> filledInformer = Informers.filledFrom(filled);
        informer = filledInformer;
        return key -> filledInformer.find(key).orElse(null);
    }

    @TearDown
    public void close() {
        Informer<Pod> running = informer;
        if (running != null) {
            running.close();
        }
        MemoryStore open = store;
        if (open != null) {
            open.close();
        }
    }

    @Benchmark
    public @Nullable Object get() {
        int n = next;
        next = n + 1 == PODS ? 0 : n + 1;
        return get.apply(keys[n]);
    }
}
