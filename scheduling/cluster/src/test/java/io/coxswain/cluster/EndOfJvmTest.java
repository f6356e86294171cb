package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the workers of a cluster that is still open when its JVM ends, with real signals. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals by kill, and needs setsid for nothing to be left")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndOfJvmTest {
    private static final String DRAINS =
            "trap 'sleep 0.1; echo > %s/$POD_IP.drained; exit 0' TERM; " + "echo up; while :; do sleep 0.05; done";
    private static final String IGNORES_TERM = "trap '' TERM; echo up; while :; do sleep 0.05; done";

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private ChildProgram start(String script, int closeLimitSeconds) throws IOException {
        return ChildProgram.start(
                temporary,
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenProgram.class.getName(),
                        script.formatted(folder),
                        Integer.toString(closeLimitSeconds)));
    }

    private void assertNothingIsLeft(List<ProcessHandle> workers) throws Exception {
        assertTrue(workers.size() >= 3, () -> "two workers and the guardian: " + workers);
        ChildProgram.awaitEnd(workers);
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private long drained() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".drained")).count();
        }
    }

    @Test
    void interruptLetsWorkersDrain() throws Exception {
        try (ChildProgram program = start(DRAINS, 10)) {
            program.awaitLine("ready");
            List<ProcessHandle> workers = program.descendants();
            program.signal("INT");
            String announced = program.awaitLine("The cluster closes and waits for its workers to end");
            assertTrue(announced.contains("limit=10 s pods=2 names=worker-"), announced);
            assertTrue(announced.endsWith("; another Ctrl-C kills them"), announced);
            assertEquals(130, program.exitCode());
            assertEquals(2, drained(), program::output);
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void termLetsWorkersDrain() throws Exception {
        try (ChildProgram program = start(DRAINS, 10)) {
            program.awaitLine("ready");
            List<ProcessHandle> workers = program.descendants();
            program.signal("TERM");
            assertEquals(143, program.exitCode());
            assertEquals(2, drained(), program::output);
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void endOfMainLetsWorkersDrain() throws Exception {
        try (ChildProgram program = start(DRAINS, 10)) {
            program.awaitLine("ready");
            List<ProcessHandle> workers = program.descendants();
            program.endInput();
            assertEquals(0, program.exitCode());
            assertEquals(2, drained(), program::output);
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void secondInterruptKillsAtOnce() throws Exception {
        try (ChildProgram program = start(IGNORES_TERM, 600)) {
            program.awaitLine("ready");
            List<ProcessHandle> workers = program.descendants();
            program.signal("INT");
            program.awaitLine("The cluster closes and waits for its workers to end");
            program.signal("INT");
            assertEquals(130, program.exitCode());
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void workerThatIgnoresTermIsKilledAfterTheLimit() throws Exception {
        try (ChildProgram program = start(IGNORES_TERM, 1)) {
            program.awaitLine("ready");
            List<ProcessHandle> workers = program.descendants();
            program.signal("TERM");
            assertEquals(143, program.exitCode());
            assertNothingIsLeft(workers);
        }
    }

    @Test
    void twoApplicationsOnOneHostDoNotDisturbEachOther() throws Exception {
        try (ChildProgram other = start(DRAINS, 10);
                Cluster own = Cluster.builder()
                        .worker("idle", context -> context.awaitStop())
                        .start()) {
            own.apply(Deployment.of("worker", 1, Container.of("c", "jvm:idle")));
            own.await(Deployment.KIND, "worker", Deployment::isAvailable, Duration.ofSeconds(30));
            String there = other.awaitLine("ready").substring("ready ".length());
            String here = own.client().list(Pod.KIND).get(0).status().podIP();
            assertNotEquals(block(there), block(here));
            other.endInput();
            assertEquals(0, other.exitCode());
            assertTrue(own.client().get(Deployment.KIND, "worker").isAvailable());
            assertFalse(own.client().list(Pod.KIND).isEmpty());
        }
    }

    /** Such as {@code 127.80}. */
    private static String block(String address) {
        return address.substring(0, address.indexOf('.', address.indexOf('.') + 1));
    }
}
