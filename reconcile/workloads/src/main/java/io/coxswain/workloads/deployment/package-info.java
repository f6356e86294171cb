/** Rolls replica sets from one template to the next: {@link io.coxswain.workloads.deployment.DeploymentController}. */
@NullMarked
package io.coxswain.workloads.deployment;

import org.jspecify.annotations.NullMarked;
