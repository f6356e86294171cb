package io.coxswain.benchmarks.queue;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Table;
import io.coxswain.benchmarks.harness.Table.Better;
import io.coxswain.benchmarks.queue.Subject.Opened;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** P9: keys through a work queue. The subjects take turns. */
public final class QueueWork implements Benchmark {

    @Override
    public String name() {
        return "p9";
    }

    @Override
    public String title() {
        return "work queue: add, take, done";
    }

    /** A round of work on an opened queue; how many operations it was. */
    private interface Round {
        long run(Opened queue) throws InterruptedException;
    }

    @Override
    public void run(Report report) throws Exception {
        List<ResourceKey> keys = keys(report.effort().of(100_000, 400));
        measure(report, "distinct keys, 1 producer : 1 worker", 1, queue -> through(queue, keys, 1));
        measure(report, "distinct keys, 4 producers : 4 workers", 4, queue -> through(queue, keys, 4));
        measure(report, "add, take and done on one thread", 0, queue -> alone(queue, keys));
        int adds = report.effort().of(4_000_000, 400);
        measure(report, "one hot key, 1 producer : 1 worker", 1, queue -> hot(queue, keys.get(0), adds));
        List<ResourceKey> delayed = keys.subList(0, keys.size());
        List<Duration> delays = delays(delayed.size());
        measure(report, "adds with delays of an hour and more", 0, queue -> delayed(queue, delayed, delays));
    }

    private static void measure(Report report, String title, int workers, Round round) throws InterruptedException {
        int rounds = report.effort().of(15, 1);
        Map<Subject, List<Double>> rates = new EnumMap<>(Subject.class);
        for (int i = report.effort().of(-10, 0); i < rounds; i++) {
            for (Subject subject : Subject.values()) {
                double rate = rate(subject.open(workers), round);
                if (i >= 0) {
                    rates.computeIfAbsent(subject, key -> new ArrayList<>()).add(rate / 1e6);
                }
            }
        }
        Table table = new Table(title, "million per second", Better.MORE);
        rates.forEach((subject, samples) -> table.row(subject.title, Samples.of(samples)));
        report.table(table);
    }

    private static double rate(Opened queue, Round round) throws InterruptedException {
        System.gc();
        long begin = System.nanoTime();
        long operations = round.run(queue);
        return operations * 1e9 / (System.nanoTime() - begin);
    }

    private static long through(Opened queue, List<ResourceKey> keys, int producers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        int share = keys.size() / producers;
        for (int i = 0; i < producers; i++) {
            List<ResourceKey> part = keys.subList(i * share, (i + 1) * share);
            Thread producer = new Thread(() -> part.forEach(queue::add), "producer-" + i);
            producer.start();
            threads.add(producer);
        }
        for (Thread producer : threads) {
            producer.join();
        }
        long taken = queue.end();
        if (taken != keys.size()) {
            throw new IllegalStateException("of " + keys.size() + " keys " + taken + " were taken");
        }
        return taken;
    }

    private static long alone(Opened queue, List<ResourceKey> keys) throws InterruptedException {
        for (ResourceKey key : keys) {
            queue.add(key);
            queue.work();
        }
        return queue.end();
    }

    private static long hot(Opened queue, ResourceKey key, int adds) throws InterruptedException {
        for (int i = 0; i < adds; i++) {
            queue.add(key);
        }
        queue.end();
        return adds;
    }

    private static long delayed(Opened queue, List<ResourceKey> keys, List<Duration> delays)
            throws InterruptedException {
        queue.addAfter(keys, delays);
        queue.end();
        return keys.size();
    }

    private static List<ResourceKey> keys(int count) {
        List<ResourceKey> keys = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            String name = "crawler-" + Integer.toUnsignedString(n * 0x9E3779B9, Character.MAX_RADIX);
            keys.add(ResourceKey.of("team-" + n / 10_000, name));
        }
        return keys;
    }

    /** In an order that looks random, and is the same in every run. */
    private static List<Duration> delays(int count) {
        List<Duration> delays = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            delays.add(Duration.ofHours(1).plusMillis(Integer.toUnsignedLong(n * 0x9E3779B9) >>> 9));
        }
        return delays;
    }
}
