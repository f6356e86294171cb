package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.client.WatchEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * P3: 100 watchers of everything. The dispatch alone: all events are published before the subscribers begin, so that only bringing and taking them is measured. Live: they are published meanwhile,
 * which for Coxswain means committed. Rounds of the subjects take turns.
 */
public final class WatchFanOut implements Benchmark {
    private static final int SUBSCRIBERS = 100;

    /** When the subscribers begin. */
    private enum Start {
        AFTER_PUBLICATION,
        BEFORE_PUBLICATION
    }

    /** A round in which a subscriber waited in vain: now and then one of JDK 17's {@code SubmissionPublisher} does. */
    private static final double STALLED = -1;

    @Override
    public String name() {
        return "p3";
    }

    @Override
    public String title() {
        return "watch fan-out to " + SUBSCRIBERS + " watchers of everything";
    }

    @Override
    public void run(Report report) throws Exception {
        List<WatchEvent<ConfigMap>> events = events(report.effort().of(65_536, 512));
        int rounds = report.effort().of(15, 1);
        report.table(table(
                "the dispatch alone: events published before the subscribers begin",
                Start.AFTER_PUBLICATION,
                events,
                rounds));
        report.table(table(
                "live: publication included, for Coxswain the commits", Start.BEFORE_PUBLICATION, events, rounds));
        commits(report, events, rounds);
    }

    private static List<WatchEvent<ConfigMap>> events(int count) {
        List<WatchEvent<ConfigMap>> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ConfigMap object =
                    new ConfigMap(ObjectMeta.named("settings-" + i).withNamespace("default"), Map.of(), Map.of(), null);
            events.add(new WatchEvent<>(WatchEvent.Type.ADDED, object, i));
        }
        return events;
    }

    private static Table table(String title, Start start, List<WatchEvent<ConfigMap>> events, int rounds)
            throws InterruptedException {
        Map<Peer, List<Double>> rates = new EnumMap<>(Peer.class);
        Map<Peer, Integer> stalls = new EnumMap<>(Peer.class);
        for (int round = -rounds / 3; round < rounds; round++) {
            for (Peer peer : Peer.values()) {
                double rate = rate(peer, start, events);
                if (rate == STALLED) {
                    stalls.merge(peer, 1, Integer::sum);
                } else if (round >= 0) {
                    rates.computeIfAbsent(peer, key -> new ArrayList<>()).add(rate / 1e6);
                }
            }
        }
        Table table = new Table(title, "million deliveries per second", Better.MORE);
        rates.forEach((peer, samples) -> {
            int stalled = stalls.getOrDefault(peer, 0);
            table.row(peer.title, Samples.of(samples), stalled == 0 ? "" : stalled + " rounds never ended");
        });
        return table;
    }

    private static double rate(Peer peer, Start start, List<WatchEvent<ConfigMap>> events) throws InterruptedException {
        Delivery delivery = new Delivery(events, SUBSCRIBERS);
        try (Dispatcher dispatcher = peer.open(delivery)) {
            if (start == Start.AFTER_PUBLICATION) {
                dispatcher.publish(events);
            }
            System.gc();
            long begin = System.nanoTime();
            dispatcher.release();
            if (start == Start.BEFORE_PUBLICATION) {
                dispatcher.publish(events);
            }
            if (!delivery.await()) {
                if (peer == Peer.COXSWAIN) {
                    throw new IllegalStateException("a watcher of the store didn't get all events");
                }
                return STALLED;
            }
            return (double) SUBSCRIBERS * events.size() * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void commits(Report report, List<WatchEvent<ConfigMap>> events, int rounds)
            throws InterruptedException {
        CommitCost cost = new CommitCost(events);
        List<Double> alone = new ArrayList<>();
        List<Double> watched = new ArrayList<>();
        List<Double> besideBusy = new ArrayList<>();
        for (int round = -rounds / 3; round < rounds; round++) {
            double without = cost.rate(0);
            double with = cost.rate(SUBSCRIBERS);
            double beside = cost.rateBesideBusyThreads();
            if (round >= 0) {
                alone.add(without / 1e3);
                watched.add(with / 1e3);
                besideBusy.add(beside / 1e3);
            }
        }
        report.table(new Table("commits by one thread", "thousand per second", Better.MORE)
                .row(SUBSCRIBERS + " watchers of everything", Samples.of(watched), cost.expired() + " watches expired")
                .row("no watcher", Samples.of(alone))
                .row("no watcher, every processor kept busy by another thread", Samples.of(besideBusy)));
    }
}
