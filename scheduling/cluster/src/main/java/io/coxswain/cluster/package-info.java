/**
 * A whole cluster in an application: {@link io.coxswain.cluster.Cluster} wires store, API server, controllers, scheduler, node agent, balancers and Service proxy together, and starts and stops them in the
 * right order. It uses nothing of theirs that a user couldn't use.
 */
@NullMarked
package io.coxswain.cluster;

import org.jspecify.annotations.NullMarked;
