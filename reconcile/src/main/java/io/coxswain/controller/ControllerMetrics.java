package io.coxswain.controller;

import io.coxswain.queue.QueueMetrics;

/**
 * What a controller has done so far.
 *
 * @param reconciles how many calls of the reconciler have ended
 * @param failures how many of them threw, or asked for a back-off
 * @param terminal how many of them ended with a {@link TerminalException}
 * @param stale how often a resource wasn't reconciled as the caches didn't see the controller's own writes in time
 * @param overtaken how many calls of a {@link ControllerSpec#serializable} controller came to nothing as what they had read changed meanwhile
 * @param queue its queue
 */
public record ControllerMetrics(
        long reconciles, long failures, long terminal, long stale, long overtaken, QueueMetrics queue) {}
