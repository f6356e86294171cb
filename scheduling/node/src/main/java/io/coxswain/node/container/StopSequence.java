package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.environment.Cancellable;
import io.coxswain.event.EventType;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run by order: preStop, while whoever uses the worker lets go of it, then TERM, and KILL when the grace is over. See {@code killContainer} of
 * {@code pkg/kubelet/kuberuntime/kuberuntime_container.go}. The grace counts from the order, also where the worker is there only later. Owned by the steps of the pod.
 */
final class StopSequence {
    /** What is left after a preStop hook that has used up the grace period ({@code minimumGracePeriodInSeconds}). */
    private static final Duration LEAST_GRACE = Duration.ofSeconds(2);

    private final ContainerServices services;
    private final ContainerOwner owner;
    private final Container container;
    private final CompletionStage<?> released;
    private long endNanos;
    private boolean kills;
    private @Nullable Worker worker;
    private @Nullable Cancellable timer;
    private boolean termSent;

    /**
     * An order that has not been carried out.
     *
     * @param grace from now until the worker is killed; zero: at once
     * @param released must be complete before it gets TERM
     */
    StopSequence(
            ContainerServices services,
            ContainerOwner owner,
            Container container,
            Duration grace,
            CompletionStage<?> released) {
        this.services = services;
        this.owner = owner;
        this.container = container;
        this.released = released;
        setEnd(grace);
    }

    private void setEnd(Duration grace) {
        endNanos = services.environment().nanoTime() + grace.toNanos();
        kills = grace.isZero() || grace.isNegative();
    }

    /** Carries the order out on the worker that is there now. */
    void begin(Worker current) {
        worker = current;
        LifecycleHandler hook =
                container.lifecycle() == null ? null : container.lifecycle().preStop();
        CompletionStage<?> ready = hook == null || kills
                ? released
                : preStop(current, hook).thenCombine(released, (result, gone) -> result);
        ready.whenComplete((any, failure) -> owner.serial().execute(this::terminate));
        waitForEnd();
    }

    private CompletionStage<ProbeResult> preStop(Worker current, LifecycleHandler hook) {
        return Hooks.run(services, owner.serial(), container, current, hook, left())
                .thenApply(result -> {
                    if (!result.isSuccess()) {
                        owner.serial()
                                .execute(() -> owner.event(
                                        EventType.WARNING,
                                        "FailedPreStopHook",
                                        "PreStopHook failed: " + result.message()));
                    }
                    return result;
                });
    }

    private Duration left() {
        return Duration.ofNanos(endNanos - services.environment().nanoTime());
    }

    private void waitForEnd() {
        if (timer != null) {
            timer.cancel();
        }
        timer = services.environment().schedule(left(), owner.serial(), this::graceIsOver);
    }

    private void terminate() {
        Worker current = worker;
        if (current != null && !termSent) {
            termSent = true;
            current.signal(StopSignal.TERM);
        }
    }

    private void graceIsOver() {
        Worker current = worker;
        if (current == null) {
            return;
        }
        if (termSent || kills) {
            current.signal(StopSignal.KILL);
            return;
        }
        terminate();
        setEnd(LEAST_GRACE);
        waitForEnd();
    }

    /** Another order has come: the sooner of the two ends counts. */
    void shorten(Duration grace) {
        if (grace.compareTo(left()) < 0) {
            setEnd(grace);
            if (worker != null) {
                waitForEnd();
            }
        }
    }

    /** The worker has ended. */
    void over() {
        worker = null;
        if (timer != null) {
            timer.cancel();
        }
    }
}
