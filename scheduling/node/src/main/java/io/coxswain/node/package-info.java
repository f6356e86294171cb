/**
 * The node agent: {@link io.coxswain.node.NodeAgent}, described by {@link io.coxswain.node.NodeAgentBuilder}. It has a {@code NodeHeartbeat} and a {@code PodWorker} for each pod; that one has a
 * {@code PodNetwork}, writes its status by a {@code PodStatusWriter}, asks an {@code EndpointRelease} before TERM, and drives its containers, which are in {@code io.coxswain.node.container}.
 *
 * <p>Each pod has a serial executor, whose steps own all of the pod's state; nothing blocks.
 */
@NullMarked
package io.coxswain.node;

import org.jspecify.annotations.NullMarked;
