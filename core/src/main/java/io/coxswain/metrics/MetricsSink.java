package io.coxswain.metrics;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Where measurements go: an adapter to the application's metrics library.
 *
 * <p>Implementations are thread-safe and never throw; a metric that is registered again replaces the former one. The suppliers are cheap, may be called from any thread, and answer until they are
 * closed.
 */
public interface MetricsSink {

    /** Drops everything. */
    MetricsSink NONE = new NoMetrics();

    /** A number that only grows. */
    Registration counter(Metric metric, LongSupplier total);

    /** A number that rises and falls. */
    Registration gauge(Metric metric, DoubleSupplier now);

    /** How long something takes. */
    Timer timer(Metric metric);

    /** A metric that is collected until this is closed. */
    interface Registration extends AutoCloseable {
        /** Collects it no more. Calling again changes nothing. */
        @Override
        void close();
    }

    /** Takes durations one by one. */
    interface Timer extends Registration {
        void record(Duration duration);
    }
}
