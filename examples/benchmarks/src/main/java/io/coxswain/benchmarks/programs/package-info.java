/** Programs that benchmarks run in JVMs of their own. They say on their output how far they are, and end when their input does. */
@NullMarked
package io.coxswain.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
