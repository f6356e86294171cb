/**
 * A deterministic {@link io.coxswain.environment.Environment}: one thread of control, virtual time, and a seed that decides the rest. The
 * same program with the same seed does the same, which {@link io.coxswain.environment.simulated.SimulatedEnvironment#traceHash()} shows.
 *
 * <p>Start at {@link io.coxswain.environment.simulated.SimulatedEnvironment}. What may happen next is a list of
 * {@link io.coxswain.environment.simulated.Action}s, and a {@link io.coxswain.environment.simulated.Chooser} picks one: no other place decides
 * the schedule. Inside, {@code Simulation} knows what is enabled and what time it is, and {@code Baton} which thread may run.
 */
@NullMarked
package io.coxswain.environment.simulated;

import org.jspecify.annotations.NullMarked;
