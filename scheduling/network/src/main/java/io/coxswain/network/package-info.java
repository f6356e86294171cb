/**
 * Services on the machine's loopback: {@link io.coxswain.network.ServiceAddresses} gives them addresses and node ports when they
 * are written, {@link io.coxswain.network.ServiceProxy} listens there and forwards connections to a balancer's picks.
 *
 * <p>What is decided is decided by steps on the environment's serial executors; what concerns one connection happens on one event
 * loop of Netty's, whose threads only {@code EventLoops} makes.
 */
@NullMarked
package io.coxswain.network;

import org.jspecify.annotations.NullMarked;
