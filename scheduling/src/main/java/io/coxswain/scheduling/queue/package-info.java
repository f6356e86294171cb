/**
 * The pods that wait for a node: {@link io.coxswain.scheduling.queue.SchedulingQueue} with its three parts, ready, backing off and unschedulable, as in Kubernetes' scheduler.
 */
@NullMarked
package io.coxswain.scheduling.queue;

import org.jspecify.annotations.NullMarked;
