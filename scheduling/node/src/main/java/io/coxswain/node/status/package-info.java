/**
 * What the status of a pod says of its containers: {@link io.coxswain.node.status.PodStatuses} puts it together from {@link io.coxswain.node.status.PodPhases} and
 * {@link io.coxswain.node.status.PodConditions}; {@link io.coxswain.node.status.ContainerStates} words what happens to a container as the kubelet does. All of it pure.
 */
@NullMarked
package io.coxswain.node.status;

import org.jspecify.annotations.NullMarked;
