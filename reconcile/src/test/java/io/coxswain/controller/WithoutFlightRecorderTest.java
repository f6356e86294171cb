package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A JVM that lacks the module {@code jdk.jfr}, as a small image made by jlink does. */
class WithoutFlightRecorderTest {

    /** Reconciles once, and prints what it has done. */
    static final class Program {
        public static void main(String[] args) {
            try (World world = new World();
                    Manager manager = Manager.builder(world.client(), world.environment())
                            .add(Controller.<Website>of(Website.KIND, () -> (site, ctx) -> Outcome.done()))
                            .build()) {
                world.environment().await(manager.start(), Duration.ofSeconds(1));
                world.user().create(Website.of("a", 1));
                world.run();
                boolean recorder = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
                System.out.println(
                        "reconciled " + manager.metrics("website").reconciles() + ", flight recorder: " + recorder);
            }
        }
    }

    @Test
    void controllersRunWithoutIt() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("reconciled 1, flight recorder: false", printed.trim());
    }
}
