package io.coxswain.queue;

import java.time.Duration;

/**
 * What a queue has done and holds, in the terms of client-go's {@code util/workqueue/metrics.go}. The parts are read one after another, so they may be of slightly different moments.
 *
 * @param depth keys that are ready
 * @param processing keys that were taken and aren't done
 * @param delayed keys that wait for their time
 * @param adds how often a key was made ready
 * @param retries how often a key was added with a rate limit
 * @param taken how often a key was taken
 * @param waited how long all keys that were taken had been ready, in sum
 * @param worked how long all keys that are done were in progress, in sum
 * @param unfinished how long the keys in progress have been so, in sum
 * @param longestRunning how long the longest of them has been so
 */
public record QueueMetrics(
        int depth,
        int processing,
        int delayed,
        long adds,
        long retries,
        long taken,
        Duration waited,
        Duration worked,
        Duration unfinished,
        Duration longestRunning) {}
