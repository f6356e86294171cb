package io.coxswain.node.probe;

import io.coxswain.api.core.v1.Probe;
import java.time.Duration;

/**
 * When a probe is asked and what counts.
 *
 * @param initialDelay from the container's start to the first attempt
 * @param period between attempts
 * @param limit for one attempt
 * @param successThreshold how many successes in a row are a success
 * @param failureThreshold how many failures in a row are a failure
 */
public record ProbeTiming(
        Duration initialDelay, Duration period, Duration limit, int successThreshold, int failureThreshold) {

    /** That of a probe, with Kubernetes' defaults for what it leaves out. */
    public static ProbeTiming of(Probe probe) {
        return new ProbeTiming(
                Duration.ofSeconds(probe.initialDelaySeconds()),
                Duration.ofSeconds(orElse(probe.periodSeconds(), 10)),
                Duration.ofSeconds(orElse(probe.timeoutSeconds(), 1)),
                orElse(probe.successThreshold(), 1),
                orElse(probe.failureThreshold(), 3));
    }

    private static int orElse(int value, int otherwise) {
        return value > 0 ? value : otherwise;
    }
}
