/** Keeps a number of equal pods running: {@link io.coxswain.workloads.replicaset.ReplicaSetController}. */
@NullMarked
package io.coxswain.workloads.replicaset;

import org.jspecify.annotations.NullMarked;
