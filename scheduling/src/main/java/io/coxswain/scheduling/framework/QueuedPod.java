package io.coxswain.scheduling.framework;

import io.coxswain.api.core.v1.Pod;

/**
 * A pod that waits to be scheduled.
 *
 * @param pod as it was last seen
 * @param sequence when it was first queued, as a number that grows
 * @param attempts how often it has been tried
 */
public record QueuedPod(Pod pod, long sequence, int attempts) {

    /** Its priority; pods without one have 0. */
    public int priority() {
        Integer priority = pod.spec().priority();
        return priority == null ? 0 : priority;
    }
}
