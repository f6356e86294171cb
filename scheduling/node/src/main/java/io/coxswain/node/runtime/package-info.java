/**
 * What runs the containers of pods: {@link io.coxswain.node.runtime.WorkerRuntime}, and the values that pass between it and the node agent.
 *
 * <p>The agent picks a runtime by the scheme of the container's image, hands it a {@link io.coxswain.node.runtime.WorkerSpec} and holds the {@link io.coxswain.node.runtime.Worker} that it
 * gets for it. Every call is a stage, nothing here blocks; a runtime completes its stages on any thread and the agent goes on in its own.
 */
@NullMarked
package io.coxswain.node.runtime;

import org.jspecify.annotations.NullMarked;
