/**
 * Containers that only seem to run, for simulations: {@link io.coxswain.node.runtime.model.ModelRuntime} takes the place of the runtimes and of the prober, and time alone moves it.
 */
@NullMarked
package io.coxswain.node.runtime.model;

import org.jspecify.annotations.NullMarked;
