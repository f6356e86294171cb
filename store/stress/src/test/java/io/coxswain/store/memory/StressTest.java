package io.coxswain.store.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;

/**
 * Hand-over and wake-up on real processors, with the reorderings that the Java memory model allows: Lincheck looks at interleavings only. A
 * smoke run; with {@code -Dcoxswain.effort=ci} about a minute, and the canaries must fail:
 * {@code mvn -pl store/stress -am test -Dtest=StressTest -Dcoxswain.effort=ci -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class StressTest {
    private static final boolean CI = "ci".equals(System.getProperty("coxswain.effort"));

    @TempDir
    private Path folder;

    @Test
    void nothingForbiddenHappens() throws Exception {
        String said = CI ? run(".*Stress", 500) : run(".*RestAgainstCommitStress", 20);
        assertTrue(said.contains("[OK]"), said);
        assertFalse(said.contains("[FAILED]") || said.contains("[ERROR]"), said);
    }

    @Test
    @EnabledIfSystemProperty(named = "coxswain.effort", matches = "ci", disabledReason = "takes long")
    void restWithoutFullFencesSleepsThroughNews() throws Exception {
        assertTrue(run(".*RestCanary", 500).contains("[FAILED]"));
    }

    @Test
    @EnabledIfSystemProperty(named = "coxswain.effort", matches = "ci", disabledReason = "takes long")
    void handOverThatDoesNotLookAgainLeavesSubmissionsBehind() throws Exception {
        assertTrue(run(".*HandOverCanary", 500).contains("[FAILED]"));
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
        if (!CI) {
            arguments.addAll(List.of("-jvmArgs", "-XX:+UseSerialGC"));
        }
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
