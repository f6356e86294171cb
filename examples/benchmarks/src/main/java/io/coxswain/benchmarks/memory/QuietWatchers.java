package io.coxswain.benchmarks.memory;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/** P4: what watchers of something else cost a committer. Each watches another object, node or label; the commits concern none of them. */
public final class QuietWatchers implements Benchmark {
    private static final int[] WATCHERS = {0, 1_000, 10_000};

    /** What a watcher watches that the commits don't touch. */
    private enum Interest {
        OBJECT("another object each") {
            @Override
            Selection of(int n) {
                return Selection.inNamespace("quiet").field("metadata.name", "pod-" + n);
            }
        },
        NODE("another spec.nodeName each") {
            @Override
            Selection of(int n) {
                return Selection.all().field("spec.nodeName", "quiet-" + n);
            }
        },
        LABEL_VALUE("another value of the label app each") {
            @Override
            Selection of(int n) {
                return Selection.all().labels("app=quiet-" + n);
            }
        },
        LABEL_KEY("another label each") {
            @Override
            Selection of(int n) {
                return Selection.all().labels("quiet-" + n + "=yes");
            }
        };

        final String title;

        Interest(String title) {
            this.title = title;
        }

        abstract Selection of(int n);
    }

    @Override
    public String name() {
        return "p4";
    }

    @Override
    public String title() {
        return "commits by one thread beside watchers whom they don't concern";
    }

    @Override
    public void run(Report report) {
        List<Pod> pods = Pods.pods(report.effort().of(100_000, 200));
        int rounds = report.effort().of(9, 1);
        for (Interest interest : Interest.values()) {
            Map<Integer, List<Double>> rates = new LinkedHashMap<>();
            for (int round = -2; round < rounds; round++) {
                for (int watchers : WATCHERS) {
                    double rate = rate(pods, interest, report.effort().of(watchers, Math.min(watchers, 10)));
                    if (round >= 0 || rounds == 1) {
                        rates.computeIfAbsent(watchers, key -> new ArrayList<>())
                                .add(rate / 1e3);
                    }
                }
            }
            Table table = new Table("watchers of " + interest.title, "thousand commits per second", Better.MORE);
            for (int i = WATCHERS.length - 1; i >= 0; i--) {
                table.row(WATCHERS[i] + " watchers", Samples.of(Objects.requireNonNull(rates.get(WATCHERS[i]))));
            }
            report.table(table);
        }
    }

    private static double rate(List<Pod> pods, Interest interest, int watchers) {
        Environment environment = Environment.system();
        try (MemoryStore store = MemoryStore.create(environment)) {
            Executor executor = environment.serial("quiet");
            for (int n = 0; n < watchers; n++) {
                store.watch(Pod.KIND, WatchFrom.revision(0), interest.of(n), executor, new Nobody());
            }
            System.gc();
            long begin = System.nanoTime();
            for (Pod pod : pods) {
                store.commit(StoreTransaction.of(Pods.put(pod)));
            }
            return pods.size() * 1e9 / (System.nanoTime() - begin);
        }
    }

    private record Nobody() implements WatchListener<Pod> {
        @Override
        public void onEvents(List<WatchEvent<Pod>> wholeCommits) {
            throw new IllegalStateException("nothing concerns this watcher: " + wholeCommits);
        }

        @Override
        public void onEnd(WatchEnd cause) {}
    }
}
