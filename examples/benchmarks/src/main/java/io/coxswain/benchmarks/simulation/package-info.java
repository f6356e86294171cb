/** How many clusters the test kit simulates in a second: {@link io.coxswain.benchmarks.simulation.SimulatedClusters}. */
@NullMarked
package io.coxswain.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
