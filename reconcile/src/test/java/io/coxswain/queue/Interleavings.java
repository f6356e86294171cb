package io.coxswain.queue;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * How Lincheck looks for a schedule in which a structure is wrong. A scenario lists the operations of each thread, such as {@code "add add | work"}; what must hold is said by the subject's
 * operations and its {@link Validate} method, through {@link #violated}.
 *
 * <p>With {@code -Dcoxswain.effort=ci} it looks at more schedules:
 * {@code mvn -pl reconcile -am test -Dtest='*LincheckTest' -Dcoxswain.effort=ci -Dsurefire.failIfNoSpecifiedTests=false}.
 */
public final class Interleavings {
    private static final int SCHEDULES = "ci".equals(System.getProperty("coxswain.effort")) ? 3_000 : 250;

    /** Where twins say what went wrong: Lincheck takes care that nothing else survives from one schedule to the next. */
    private static final String CAUGHT = "coxswain.lincheck.caught";

    private Interleavings() {}

    public static void allAreRight(Class<?> subject, String... scenarios) {
        check(subject, scenarios);
    }

    /** A weakened twin must be caught, else the check of the real one shows nothing. It isn't made to fail, because then Lincheck would spend half a minute on telling how. */
    public static void oneIsWrong(Class<?> twin, String... scenarios) {
        System.setProperty(CAUGHT, "");
        try {
            check(twin, scenarios);
            assertNotEquals("", System.getProperty(CAUGHT), "what was wrong with " + twin.getSimpleName());
        } catch (LincheckAssertionError brokenInside) {
            // the structure itself noticed, before the subject's operations did
        } finally {
            System.clearProperty(CAUGHT);
        }
    }

    /** Something is wrong. */
    public static void violated(String what) {
        if (System.getProperty(CAUGHT) == null) {
            throw new IllegalStateException(what);
        }
        System.setProperty(CAUGHT, what);
    }

    private static void check(Class<?> subject, String... scenarios) {
        ModelCheckingOptions options = new ModelCheckingOptions().iterations(0).invocationsPerIteration(SCHEDULES);
        for (String scenario : scenarios) {
            List<List<Actor>> threads = new ArrayList<>();
            for (String thread : scenario.split("\\|")) {
                threads.add(Arrays.stream(thread.strip().split(" "))
                        .map(operation -> actor(subject, operation))
                        .toList());
            }
            options.addCustomScenario(
                    new ExecutionScenario(List.of(), threads, List.of(), actor(subject, "nothingWasLost")));
        }
        options.minimizeFailedScenario(false).check(subject);
    }

    private static Actor actor(Class<?> subject, String operation) {
        try {
            return new Actor(subject.getMethod(operation), List.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
