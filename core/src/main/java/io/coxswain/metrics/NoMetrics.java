package io.coxswain.metrics;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** See {@link MetricsSink#NONE}. */
final class NoMetrics implements MetricsSink, MetricsSink.Timer {
    @Override
    public Registration counter(Metric metric, LongSupplier total) {
        return this;
    }

    @Override
    public Registration gauge(Metric metric, DoubleSupplier now) {
        return this;
    }

    @Override
    public Timer timer(Metric metric) {
        return this;
    }

    @Override
    public void record(Duration duration) {}

    @Override
    public void close() {}
}
