package io.coxswain.node.container;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.event.EventType;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.variables.NetworkIdentity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What a container needs of its pod. All calls are on the pod's executor. */
public interface ContainerOwner {

    /** The pod as last seen. */
    Pod pod();

    /** Where everything happens. */
    Executor serial();

    /** What the containers of the pod share. */
    PodSandbox sandbox();

    /** Where the pod is. */
    NetworkIdentity identity();

    /** Whether containers that end may be started again, if the policy says so. */
    boolean isActive();

    /** How long containers may take to end. */
    Duration gracePeriod();

    /** What counts until a worker says something about its readiness. */
    Readiness readiness();

    /**
     * How long a worker may go without saying that it lives; empty: it needn't say so.
     *
     * @throws io.coxswain.node.runtime.WorkerStartException if what the pod says makes no sense
     */
    Optional<Duration> watchdog();

    /** Who wants the lines that a container writes. */
    Optional<Consumer<String>> output(String container);

    /** A container is in another state. */
    void changed();

    /** A container's first start is over, in whatever way: the next one's turn. */
    void firstStartIsOver(ContainerWorker container);

    /** A container has ended and won't be started again. */
    void ended();

    /** Records an Event about the pod. */
    void event(EventType type, String reason, String message);
}
