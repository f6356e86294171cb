package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations do the same in every JVM: with other identity hashes, another order of {@code Set.of}, other timing, of another version. */
class OtherJvmTest {
    /** The better compiler takes more time than it saves. */
    private static final String FAST = "-XX:TieredStopAtLevel=1";

    @TempDir
    private static Path folder;

    private static OtherJvm sameJdk;
    private static final Map<String, OtherJvm> OTHERS = new LinkedHashMap<>();
    private static Traces here;

    /** All at once. */
    @BeforeAll
    static void run() throws IOException {
        sameJdk = OtherJvm.start(folder, FAST, "-XX:+UseG1GC", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=1");
        for (Map.Entry<String, Path> jdk : OtherJvm.otherJdks().entrySet()) {
            OTHERS.put(jdk.getKey(), OtherJvm.start(jdk.getValue(), folder, FAST, "-XX:+UseParallelGC"));
        }
        here = Traces.sound();
    }

    @Test
    void anotherJvmOfThisJdkGivesTheSameTraces() throws Exception {
        assertEquals("", difference(here.lines(), sameJdk.sound()));
    }

    @Test
    void otherJdksGiveTheSameTraces() throws Exception {
        assumeTrue(
                !OTHERS.isEmpty() || "true".equals(System.getenv("CI")),
                "there is no other JDK in JAVA_HOME, /usr/lib/jvm and -Dcoxswain.jdks");
        assertTrue(!OTHERS.isEmpty(), "there is another JDK in JAVA_HOME, /usr/lib/jvm or -Dcoxswain.jdks");
        for (Map.Entry<String, OtherJvm> other : OTHERS.entrySet()) {
            assertEquals("", difference(here.lines(), other.getValue().sound()), () -> "JDK " + other.getKey());
        }
    }

    @Test
    void theyAreRunsWithEveryFault() {
        assertEquals(EnumSet.allOf(Fault.class), here.faults());
    }

    @Test
    void whatDependsOnTheJvmIsFoundOut() throws Exception {
        String difference = difference(Traces.unsound().lines(), sameJdk.unsound());

        assertTrue(difference.contains("order of a set") && difference.contains("apply configmap/b#1"), difference);
    }

    /** The first step that differs, in words; empty if there is none. */
    private static String difference(List<String> here, List<String> there) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            String one = i < here.size() ? here.get(i) : "(the end)";
            String other = i < there.size() ? there.get(i) : "(the end)";
            if (!one.equals(other)) {
                return "line " + (i + 1) + " is here and there:\n    " + one + "\n    " + other;
            }
        }
        return "";
    }
}
