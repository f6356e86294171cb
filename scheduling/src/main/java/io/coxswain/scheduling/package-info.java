/**
 * Decides on which node each pod runs. {@link io.coxswain.scheduling.Scheduler} takes pods from its queue one after the other and lets the plug-ins of its {@link io.coxswain.scheduling.Profile} decide;
 * what they said of every node is a {@link io.coxswain.scheduling.SchedulingDecision}.
 */
@NullMarked
package io.coxswain.scheduling;

import org.jspecify.annotations.NullMarked;
