/**
 * What scheduler plug-ins are written against: the extension points of Kubernetes' scheduling framework (KEP-624), the {@link io.coxswain.scheduling.framework.Verdict} they answer with, and
 * {@link io.coxswain.scheduling.framework.NodeInfo}, a node with the sums that filters and scores need.
 *
 * <p>A plug-in implements {@link io.coxswain.scheduling.framework.SchedulerPlugin} through one or more of its sub-interfaces, one for each extension point. Everything here is immutable but
 * {@link io.coxswain.scheduling.framework.CycleState}, which belongs to one scheduling cycle.
 */
@NullMarked
package io.coxswain.scheduling.framework;

import org.jspecify.annotations.NullMarked;
