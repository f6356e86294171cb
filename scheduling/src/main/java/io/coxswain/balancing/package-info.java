/**
 * Choosing an endpoint of a Service: {@link io.coxswain.balancing.Balancers} feeds a {@link io.coxswain.balancing.Balancer} per
 * Service and port from the EndpointSlices; a {@link io.coxswain.balancing.BalancingPolicy} says which of the candidates is
 * picked.
 *
 * <p>What may be picked is an immutable snapshot, exchanged by whoever feeds the balancer; a pick reads it without a lock and
 * without allocating.
 */
@NullMarked
package io.coxswain.balancing;

import org.jspecify.annotations.NullMarked;
