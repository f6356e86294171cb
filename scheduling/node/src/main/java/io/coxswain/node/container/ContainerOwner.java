package io.coxswain.node;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.event.EventType;
import io.coxswain.node.runtime.PodSandbox;
import java.time.Duration;
import java.util.concurrent.Executor;

/** What a container needs of its pod. All calls are on the pod's executor. */
interface ContainerOwner {

    /** The pod as last seen. */
    Pod pod();

    Executor serial();

    PodSandbox sandbox();

    NetworkIdentity identity();

    /** Whether containers that end may be started again, if the policy says so. */
    boolean isActive();

    /** How long containers may take to end. */
    Duration gracePeriod();

    /** A container is in another state. */
    void changed();

    /** A container's first start is over, in whatever way: the next one's turn. */
    void firstStartIsOver(ContainerWorker container);

    /** A container has ended and won't be started again. */
    void ended();

    void event(EventType type, String reason, String message);
}
