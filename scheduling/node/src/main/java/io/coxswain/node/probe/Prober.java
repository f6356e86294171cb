package io.coxswain.node.probe;

import io.coxswain.node.runtime.Worker;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks a worker something once. Thread-safe; never blocks. */
@FunctionalInterface
public interface Prober {

    /**
     * Asks.
     *
     * @param limit after which no answer is a failure
     * @return the answer; never fails
     */
    CompletionStage<ProbeResult> probe(Worker worker, ProbeAction action, Duration limit);
}
