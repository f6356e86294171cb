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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** P5: from the call of commit to the handler's first line, on an idle machine: one event at a time, with pauses in which threads go to sleep. */
public final class CommitToHandler implements Benchmark {
    private static final long PAUSE_NANOS = 200_000;

    @Override
    public String name() {
        return "p5";
    }

    @Override
    public String title() {
        return "latency from commit to handler";
    }

    @Override
    public void run(Report report) {
        int events = report.effort().of(5_000, 20);
        int rounds = report.effort().of(5, 1);
        List<Double> half = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        List<Double> peerHalf = new ArrayList<>();
        List<Double> peerMost = new ArrayList<>();
        List<Double> wakeHalf = new ArrayList<>();
        List<Double> wakeMost = new ArrayList<>();
        for (int round = report.effort().of(-1, 0); round < rounds; round++) {
            double[] ours = store(events);
            double[] peer = publisher(events);
            double[] wake = executor(events);
            if (round >= 0) {
                half.add(ours[0]);
                most.add(ours[1]);
                peerHalf.add(peer[0]);
                peerMost.add(peer[1]);
                wakeHalf.add(wake[0]);
                wakeMost.add(wake[1]);
            }
        }
        report.table(new Table("half of all", "us", Better.LESS)
                .row("coxswain: commit to onEvents", Samples.of(half))
                .row("SubmissionPublisher: submit to onNext", Samples.of(peerHalf))
                .row("the limit: execute to run", Samples.of(wakeHalf)));
        report.table(new Table("99 of 100", "us", Better.LESS)
                .row("coxswain: commit to onEvents", Samples.of(most))
                .row("SubmissionPublisher: submit to onNext", Samples.of(peerMost))
                .row("the limit: execute to run", Samples.of(wakeMost)));
    }

    /** When the handler was entered, told to the thread that waits for it. */
    private static final class Arrival {
        private volatile long at;

        void now() {
            at = System.nanoTime();
        }

        /** Microseconds from a submission to its arrival. */
        double micros(LongConsumer submit, long n) {
            at = 0;
            LockSupport.parkNanos(PAUSE_NANOS);
            long begin = System.nanoTime();
            submit.accept(n);
            while (at == 0) {
                Thread.onSpinWait();
            }
            return (at - begin) / 1e3;
        }

        /** The median and the 99th percentile. */
        double[] percentiles(LongConsumer submit, int events) {
            double[] all = new double[events];
            for (int n = 0; n < events; n++) {
                all[n] = micros(submit, n);
            }
            Arrays.sort(all);
            return new double[] {all[events / 2], all[events * 99 / 100]};
        }
    }

    private static double[] store(int events) {
        Environment environment = Environment.system();
        Arrival arrival = new Arrival();
        try (MemoryStore store = MemoryStore.create(environment)) {
            store.watch(
                    Pod.KIND,
                    WatchFrom.revision(0),
                    Selection.all(),
                    environment.serial("handler"),
                    new WatchListener<Pod>() {
                        @Override
                        public void onEvents(List<WatchEvent<Pod>> wholeCommits) {
                            arrival.now();
                        }

                        @Override
                        public void onEnd(WatchEnd cause) {}
                    });
            List<Pod> pods = Pods.pods(events);
            return arrival.percentiles(n -> store.commit(StoreTransaction.of(Pods.put(pods.get((int) n)))), events);
        }
    }

    private static double[] publisher(int events) {
        Arrival arrival = new Arrival();
        try (SubmissionPublisher<Long> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(@Nullable Long item) {
                    arrival.now();
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {}
            });
            return arrival.percentiles(publisher::submit, events);
        }
    }

    private static double[] executor(int events) {
        Executor executor = Environment.system().serial("handler");
        Arrival arrival = new Arrival();
        return arrival.percentiles(n -> executor.execute(arrival::now), events);
    }
}
