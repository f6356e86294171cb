/** P17: what Coxswain adds to an application's size and start. */
@NullMarked
package io.coxswain.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
