package io.coxswain.node;

import io.coxswain.endpoint.Drained;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Waits until nobody in this process uses the endpoints of a pod any more, within a bound: only then it may get TERM. */
final class EndpointRelease {
    /** How long the pod's open requests may hold up its TERM. */
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final AgentServices services;
    private final Executor serial;

    EndpointRelease(AgentServices services, Executor serial) {
        this.services = services;
        this.serial = serial;
    }

    /**
     * Completes when no balancer or proxy uses the pod's endpoints any more, or the bound has passed. Never fails.
     *
     * @param grace in which all of the end must find room
     */
    CompletionStage<?> of(ResourceKey pod, String uid, Duration grace) {
        Duration bound = grace.compareTo(BOUND) < 0 ? grace : BOUND;
        if (bound.isZero() || bound.isNegative()) {
            return CompletableFuture.completedFuture(null);
        }
        long end = services.environment().nanoTime() + bound.toNanos();
        CompletableFuture<Object> released = new CompletableFuture<>();
        services.environment().schedule(bound, serial, () -> released.complete(bound));
        services.slices()
                .left(uid)
                .thenCompose(revision -> drained(pod, revision, end))
                .whenComplete((drained, failure) -> released.complete(bound));
        return released;
    }

    private CompletionStage<Drained> drained(ResourceKey pod, long revision, long endNanos) {
        Duration left = Duration.ofNanos(endNanos - services.environment().nanoTime());
        return revision == SliceView.NOWHERE || left.isNegative() || left.isZero()
                ? CompletableFuture.completedFuture(new Drained(true, 0))
                : services.barrier().drained(pod, revision, left);
    }
}
