/**
 * One container of a pod. {@link io.coxswain.node.container.ContainerWorker} goes through its runs: each is a {@code ContainerRun}, which asks the runtime ({@code ContainerStart}), watches the worker
 * by {@code ContainerProbes} and ends it by a {@code StopSequence}; {@code Restarts} says when the next one comes. What a container needs of its pod is a
 * {@link io.coxswain.node.container.ContainerOwner}.
 *
 * <p>Everything here happens in the steps of the pod's executor; what comes from elsewhere, an exit or an answer, enters through a step of its own and is dropped if its run is over.
 */
@NullMarked
package io.coxswain.node.container;

import org.jspecify.annotations.NullMarked;
