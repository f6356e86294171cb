package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;

/**
 * Hand-over and wake-up, and the work queue's, on real processors, with the reorderings that the Java memory model allows: Lincheck looks at interleavings only.
 * The canaries must fail. Takes about two minutes, most of which go to jcstress' look at the machine, so only with more effort:
 * {@code mvn -pl store/stress -am test -Dtest=StressTest -Dcoxswain.effort=ci -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "coxswain.effort", matches = "ci|long", disabledReason = "takes minutes")
class StressTest {
    /** The count that jcstress prints at its end; it also ends, with a message only, when it finds no JVM to run in. */
    private static final Pattern ALL_PASSED = Pattern.compile("Results: ([1-9]\\d*) planned; \\1 passed, 0 failed");

    @TempDir
    private Path folder;

    @Test
    void nothingForbiddenHappens() throws Exception {
        String said = run(".*Stress", 500);
        assertTrue(ALL_PASSED.matcher(said).find(), said);
    }

    @Test
    void restWithoutFullFencesSleepsThroughNews() throws Exception {
        assertForbiddenSeen(".*RestCanary");
    }

    @Test
    void handOverThatDoesNotLookAgainLeavesSubmissionsBehind() throws Exception {
        assertForbiddenSeen(".*HandOverCanary");
    }

    @Test
    void addThatLooksWithoutAFenceLosesAChange() throws Exception {
        assertForbiddenSeen(".*AddAgainstTakeCanary");
    }

    /** jcstress tells of a failed test by an AssertionError at its end, which must name what was forbidden. */
    private void assertForbiddenSeen(String canary) {
        AssertionError failure = assertThrows(AssertionError.class, () -> run(canary, 500));
        assertTrue(String.valueOf(failure.getMessage()).contains("Observed forbidden state"), failure::toString);
    }

    /** What jcstress says, which runs each test in JVMs of its own. */
    private String run(String tests, int millis) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-t",
                tests,
                "-r",
                folder.toString(),
                "-p",
                folder.resolve("results.gz").toString()));
        arguments.addAll(List.of("-f", "1", "-fsm", "1", "-iters", "1", "-time", Integer.toString(millis)));
        arguments.addAll(List.of("-sc", "false", "-af", "NONE", "-c", "2"));
        // A flag that this JVM has already, since jcstress adds it to this JVM's. Without any it tries some thirty
        // kinds of JVM for each test.
        arguments.addAll(List.of("-jvmArgs", "-XX:+UseParallelGC"));
        Options options = new Options(arguments.toArray(String[]::new));
        assertTrue(options.parse());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new JCStress(options).run();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
