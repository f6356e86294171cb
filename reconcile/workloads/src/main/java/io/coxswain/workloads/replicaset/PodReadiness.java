package io.coxswain.workloads.replicaset;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether pods are available: ready for so long.
 *
 * @param now the time
 * @param minReadySeconds how long a pod must be ready
 */
record PodReadiness(Instant now, int minReadySeconds) {

    static boolean isReady(Pod pod) {
        return ready(pod) != null;
    }

    boolean isAvailable(Pod pod) {
        PodCondition ready = ready(pod);
        if (ready == null) {
            return false;
        }
        Instant since = ready.lastTransitionTime();
        return minReadySeconds == 0
                || (since != null && !since.plusSeconds(minReadySeconds).isAfter(now));
    }

    private static @Nullable PodCondition ready(Pod pod) {
        for (PodCondition condition : pod.status().conditions()) {
            if (condition.type().equals("Ready") && condition.status().equals("True")) {
                return condition;
            }
        }
        return null;
    }
}
