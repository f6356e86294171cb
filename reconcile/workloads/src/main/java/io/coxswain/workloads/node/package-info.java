/** Notices nodes whose agent is silent: {@link io.coxswain.workloads.node.NodeLifecycleController}. */
@NullMarked
package io.coxswain.workloads.node;

import org.jspecify.annotations.NullMarked;
