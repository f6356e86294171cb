package io.coxswain.node.container;

import java.time.Duration;

/** Whether and when a container that has ended is started again: by the pod's policy, with back-off. Not thread-safe: owned by the steps of the pod. */
final class Restarts {
    private final String policy;
    private final RestartBackoff backoff = new RestartBackoff(RestartBackoff.FIRST, RestartBackoff.LONGEST);
    private int count;

    /** @param policy the pod's {@code restartPolicy}; empty stands for {@code Always} */
    Restarts(String policy) {
        this.policy = policy;
    }

    /** Goes on counting where another agent has stopped. */
    void adopt(int before) {
        count = before;
    }

    /** How often the container was started again. */
    int count() {
        return count;
    }

    /** It is started again now. */
    void counted() {
        count++;
    }

    /** Whether a run that ended so is followed by another. */
    boolean follow(int exitCode) {
        return policy.isEmpty() || policy.equals("Always") || (policy.equals("OnFailure") && exitCode != 0);
    }

    /** A run that took so long has ended and is followed by another: how long that one waits. */
    Duration pause(Duration run) {
        return backoff.ended(run);
    }
}
