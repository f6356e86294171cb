package io.coxswain.controller;

import io.coxswain.metrics.Metric;
import io.coxswain.metrics.MetricsSink;
import io.coxswain.queue.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What a controller counts, under the names of controller-runtime ({@code pkg/internal/controller/metrics}) and client-go ({@code util/workqueue/metrics.go}). Thread-safe. */
final class ControllerMeters {
    private static final MetricsSink.Timer NO_TIMER = MetricsSink.NONE.timer(time("none"));

    private final LongAdder reconciles = new LongAdder();
    private final LongAdder requeuedAfter = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder overtaken = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder terminal = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final WorkQueue<?> queue;
    private final MetricsSink.Timer time;
    private final List<MetricsSink.Registration> registrations = new ArrayList<>();

    ControllerMeters(String controller, int concurrency, WorkQueue<?> queue, MetricsSink sink) {
        this.queue = queue;
        time = sink == MetricsSink.NONE ? NO_TIMER : sink.timer(time(controller));
        if (sink != MetricsSink.NONE) {
            ofReconciles(controller, concurrency, sink);
            ofQueue(controller, sink);
        }
    }

    private static Metric time(String controller) {
        return Metric.of(
                "controller_runtime_reconcile_time_seconds", "How long a reconcile takes", "controller", controller);
    }

    private void ofReconciles(String controller, int concurrency, MetricsSink sink) {
        registrations.add(time);
        Metric total = Metric.of(
                "controller_runtime_reconcile_total",
                "Reconciles that have ended, by result",
                "controller",
                controller);
        counter(sink, total.with("result", "success"), this::successes);
        counter(sink, total.with("result", "requeue_after"), requeuedAfter::sum);
        counter(sink, total.with("result", "requeue"), () -> retried.sum() + overtaken.sum());
        counter(sink, total.with("result", "error"), errors::sum);
        counter(
                sink,
                Metric.of(
                        "controller_runtime_terminal_reconcile_errors_total",
                        "Reconciles that failed for good",
                        "controller",
                        controller),
                terminal::sum);
        registrations.add(sink.gauge(
                Metric.of(
                        "controller_runtime_max_concurrent_reconciles",
                        "How many reconciles may run at once",
                        "controller",
                        controller),
                () -> concurrency));
    }

    private void ofQueue(String name, MetricsSink sink) {
        counter(
                sink,
                Metric.of("workqueue_adds_total", "How often a key was made ready", "name", name),
                () -> queue.metrics().adds());
        counter(
                sink,
                Metric.of("workqueue_retries_total", "How often a key was added with a rate limit", "name", name),
                () -> queue.metrics().retries());
        registrations.add(sink.gauge(Metric.of("workqueue_depth", "Keys that are ready", "name", name), queue::depth));
        registrations.add(sink.gauge(
                Metric.of(
                        "workqueue_unfinished_work_seconds",
                        "How long the keys in progress have been so, in sum",
                        "name",
                        name),
                () -> seconds(queue.metrics().unfinished())));
        registrations.add(sink.gauge(
                Metric.of(
                        "workqueue_longest_running_processor_seconds",
                        "How long the longest of them has been so",
                        "name",
                        name),
                () -> seconds(queue.metrics().longestRunning())));
    }

    private void counter(MetricsSink sink, Metric metric, LongSupplier total) {
        registrations.add(sink.counter(metric, total));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private long successes() {
        return Math.max(0, reconciles.sum() - requeuedAfter.sum() - retried.sum() - overtaken.sum() - errors.sum());
    }

    void ended(Duration took) {
        reconciles.increment();
        time.record(took);
    }

    void requeuedAfter() {
        requeuedAfter.increment();
    }

    void retried() {
        retried.increment();
    }

    void overtaken() {
        overtaken.increment();
    }

    void failed() {
        errors.increment();
    }

    void failedForGood() {
        terminal.increment();
    }

    void stayedStale() {
        stale.increment();
    }

    ControllerMetrics read() {
        return new ControllerMetrics(
                reconciles.sum(),
                errors.sum() + retried.sum(),
                terminal.sum(),
                stale.sum(),
                overtaken.sum(),
                queue.metrics());
    }

    void close() {
        registrations.forEach(MetricsSink.Registration::close);
    }
}
