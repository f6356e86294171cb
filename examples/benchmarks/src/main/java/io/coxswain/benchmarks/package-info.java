/**
 * Figures of Coxswain, each beside those of peers that do the same work in the same run.
 *
 * <p>{@link io.coxswain.benchmarks.Main} dispatches on names. To add one: a class that implements {@link io.coxswain.benchmarks.harness.Benchmark}, in a package named after what it measures, and a
 * line in {@link io.coxswain.benchmarks.Benchmarks}; the smoke test runs it from then on.
 */
@NullMarked
package io.coxswain.benchmarks;

import org.jspecify.annotations.NullMarked;
