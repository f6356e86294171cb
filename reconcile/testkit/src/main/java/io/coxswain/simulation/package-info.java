/**
 * Property tests of controllers under faults. Start at {@link io.coxswain.simulation.SimulationTest}, or {@link io.coxswain.simulation.Simulation#run} where there is no JUnit.
 *
 * <p>A test's body declares one run: controllers, what a person does, what must hold. {@code Search} runs it thousands of times. A run is the default schedule plus a sparse set of
 * {@link io.coxswain.simulation.Deviation}s, each with a name that doesn't depend on the others: so whatever fails can be shrunk by leaving some out, and replayed from their names.
 *
 * <p>Inside, {@code World} is one run: the real store and API server, and {@code Actor}s (managers, nodes) each of which lives in an {@code ActorEnvironment} and reaches the API through an
 * {@code ActorClient}. There the {@code Plan} is asked at every call and delivery whether it deviates. {@code Driver} does what the person does, stops the faults, and looks whether all comes to rest.
 */
@NullMarked
package io.coxswain.simulation;

import org.jspecify.annotations.NullMarked;
