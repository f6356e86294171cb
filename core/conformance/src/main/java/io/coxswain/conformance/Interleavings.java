package io.coxswain.conformance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/**
 * How Lincheck looks for an interleaving in which a structure is wrong: it takes schedules of given scenarios one after the other, with few
 * switches first. A scenario lists the operations of each thread, and what comes before them, such as {@code "commit : commit | step | nudge"}.
 * What must hold is said by the subject's operations and its {@link Validate} method, through {@link #violated}.
 *
 * <p>With {@code -Dcoxswain.effort=ci} it looks at more schedules, at random scenarios too, and lets real threads run:
 * {@code mvn -pl store -am test -Dtest='*LincheckTest' -Dcoxswain.effort=ci -Dsurefire.failIfNoSpecifiedTests=false}.
 */
public final class Interleavings {
    private static final boolean MORE = Effort.now() != Effort.SMALL;

    /** Where twins say what went wrong: Lincheck takes care that nothing else survives from one schedule to the next. */
    private static final String CAUGHT = "coxswain.lincheck.caught";

    private Interleavings() {}

    public static void allAreRight(Class<?> subject, String... scenarios) {
        allAreRight(subject, 100, scenarios);
    }

    /** Of a subject that is slow to make, fewer schedules without {@code effort=ci}. */
    public static void allAreRight(Class<?> subject, int schedules, String... scenarios) {
        check(subject, schedules, MORE ? 3 : 0, scenarios);
    }

    /** Of a subject whose operations make sense only together: no random scenarios, also with more effort. */
    public static void theseAreRight(Class<?> subject, int schedules, String... scenarios) {
        check(subject, schedules, 0, scenarios);
    }

    private static void check(Class<?> subject, int schedules, int random, String... scenarios) {
        with(new ModelCheckingOptions(), subject, scenarios)
                .iterations(random)
                .invocationsPerIteration(MORE ? 5 * schedules : schedules)
                .check(subject);
        if (MORE) {
            with(new StressOptions(), subject, scenarios)
                    .iterations(random)
                    .invocationsPerIteration(1_000)
                    .check(subject);
        }
    }

    /**
     * A weakened twin must be caught, else the check above shows nothing. It isn't made to fail, because then Lincheck
     * would spend half a minute on telling how.
     */
    public static void oneIsWrong(Class<?> twin, String... scenarios) {
        oneIsWrong(twin, 250, scenarios);
    }

    /** Where the wrong one comes late, after more schedules. */
    public static void oneIsWrong(Class<?> twin, int schedules, String... scenarios) {
        System.setProperty(CAUGHT, "");
        try {
            with(new ModelCheckingOptions(), twin, scenarios)
                    .iterations(0)
                    .invocationsPerIteration(MORE ? 3_000 : schedules)
                    .check(twin);
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

    private static <O extends Options<O, ?>> O with(O options, Class<?> subject, String... scenarios) {
        for (String scenario : scenarios) {
            int colon = scenario.indexOf(':');
            List<List<Actor>> threads = new ArrayList<>();
            for (String thread : scenario.substring(colon + 1).split("\\|")) {
                threads.add(actors(subject, thread));
            }
            List<Actor> before = colon < 0 ? List.of() : actors(subject, scenario.substring(0, colon));
            options.addCustomScenario(new ExecutionScenario(before, threads, List.of(), validation(subject)));
        }
        return options.threads(3)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(0)
                .minimizeFailedScenario(false);
    }

    private static List<Actor> actors(Class<?> subject, String operations) {
        List<Actor> actors = new ArrayList<>();
        for (String operation : operations.strip().split(" ")) {
            actors.add(new Actor(method(subject, operation), List.of()));
        }
        return actors;
    }

    private static @Nullable Actor validation(Class<?> subject) {
        for (Method method : subject.getMethods()) {
            if (method.isAnnotationPresent(Validate.class)) {
                return new Actor(method, List.of());
            }
        }
        return null;
    }

    private static Method method(Class<?> subject, String name) {
        try {
            return subject.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
