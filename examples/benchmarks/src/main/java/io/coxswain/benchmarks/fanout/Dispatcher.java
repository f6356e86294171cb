package io.coxswain.benchmarks.fanout;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.client.WatchEvent;
import java.util.List;

/** One run of something that brings events to subscribers. Used by one thread. */
interface Dispatcher extends AutoCloseable {

    /** Takes all events, in their order; may be called before or after {@link #release}. */
    void publish(List<WatchEvent<ConfigMap>> events);

    /** Lets the subscribers begin. */
    void release();

    @Override
    void close();
}
