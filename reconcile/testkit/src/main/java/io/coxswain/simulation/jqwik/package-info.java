/** For tests that are written with jqwik: {@code Arbitrary}s of what stands in resources, and of what a person does. Needs jqwik's API on the test's class path. */
@NullMarked
package io.coxswain.simulation.jqwik;

import org.jspecify.annotations.NullMarked;
