package io.coxswain.simulation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit Jupiter test whose one parameter is a {@link Simulation}: the body declares one run and is called afresh for each, on the same instance of the test's class.
 *
 * <p>{@code -Dcoxswain.replay=v1:...} makes one run again that was printed; {@code -Dcoxswain.timeline=folder} writes the timeline of what is found as a page into that folder.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(SimulationExtension.class)
public @interface SimulationTest {

    /** How many runs to make at most. */
    int runs() default 10_000;

    /** Up to how many deviations all sets are tried, as far as the runs suffice. */
    int depth() default 2;

    /** Of the random numbers. */
    long seed() default 1;

    /** How long to search at most, by the real clock. */
    long limitSeconds() default 60;

    /** The one run to make, as it was printed; empty: search. */
    String replay() default "";
}
