package io.coxswain.node.container;

import java.time.Duration;

/**
 * How long a container that ended waits before it is started again: at once after the first end, then a first wait, doubled each time up to a longest; from the beginning after a run of more than twice
 * the longest wait. See {@code doBackOff} of {@code pkg/kubelet/kuberuntime/kuberuntime_manager.go}.
 *
 * <p>Not thread-safe: one for each container, owned by the steps of its pod.
 */
final class RestartBackoff {
    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration first;
    private final Duration longest;
    private Duration next = Duration.ZERO;

    RestartBackoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The container has ended: how long it waits from now. */
    Duration ended(Duration run) {
        boolean wasHealthy = run.compareTo(longest.multipliedBy(2)) > 0;
        Duration wait = wasHealthy ? Duration.ZERO : next;
        next = wait.isZero() ? first : least(wait.multipliedBy(2), longest);
        return wait;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
