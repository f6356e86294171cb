package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.testing.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why was this reconciled, why not yet, and what goes wrong where. */
class DiagnosisTest {
    private final World world = new World();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private @Nullable Manager manager;

    private Manager start(ControllerSpec<?>... specs) {
        Manager.Builder builder = Manager.builder(world.client(), world.environment());
        for (ControllerSpec<?> spec : specs) {
            builder.add(spec);
        }
        Manager started = builder.build();
        manager = started;
        world.environment().await(started.start(), Duration.ofSeconds(1));
        return started;
    }

    private static ControllerSpec<Website> doing(Reconciler<Website> reconciler) {
        return Controller.of(Website.KIND, () -> reconciler);
    }

    private ControllerSpec<Website> waiting() {
        return doing((site, ctx) -> {
            ctx.environment().await(gate, Duration.ofDays(1));
            return Outcome.done();
        });
    }

    @AfterEach
    void end() {
        gate.complete(null);
        if (manager != null) {
            manager.close();
        }
        world.close();
    }

    @Test
    void runNamesTheChangesThatLedToIt() {
        Manager running = start(waiting());
        long first = world.user().create(Website.of("a", 1)).metadata().resourceVersion();
        world.run();
        KeyState under = running.explain("website", Website.key("a"));
        assertEquals(List.of(first), under.triggers());
        assertTrue(under.toString().contains("is being reconciled because of revision " + first), under::toString);

        long second = 0;
        for (int replicas = 2; replicas < 9; replicas++) {
            int wanted = replicas;
            second = world.user()
                    .patch(Website.KIND, Website.key("a"), site -> site.withReplicas(wanted))
                    .metadata()
                    .resourceVersion();
        }
        world.run();
        gate.complete(null);
        world.run();
        LastRun last = running.explain("website", Website.key("a")).lastRun().orElseThrow();
        assertEquals(first + 1, last.triggers().get(0));
        assertEquals(second, last.triggers().get(last.triggers().size() - 1));
        assertEquals("done", last.result());
        assertEquals(
                "attempt 1 because of revisions " + (first + 1) + " to " + second + ", 0 ms ago, took 0 ms: done",
                last.toString());
    }

    @Test
    void keyThatWaitsForAWorkerNamesWhatTheWorkersDo() {
        Manager running = start(waiting());
        world.user().create(Website.of("a", 1));
        world.run();
        world.user().create(Website.of("b", 1));
        world.run();
        world.user().create(Website.of("c", 1));
        world.advance(Duration.ofSeconds(5));

        String text = running.explain("website", Website.key("c")).toString();
        assertTrue(
                text.contains("waits for a worker for 5000 ms: 1 key is before it, 2 keys are ready for 1 worker,"
                        + " at work on default/a"),
                text);
    }

    @Test
    void keyInBackOffSaysWhenItComesAgainAndWhyItFailed() {
        Manager running = start(doing((site, ctx) -> Outcome.retryWithBackoff("cloud isn't ready")));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofMillis(1));

        String text = running.explain("website", Website.key("a")).toString();
        assertEquals(
                "controller website: default/a: idle; again in 4 ms; last run: attempt 1 because of revision "
                        + world.store().revision()
                        + ", 1 ms ago, took 0 ms: retry: cloud isn't ready; failed 1 time: cloud isn't ready",
                text);
    }

    @Test
    void healthOfOneControllerLeavesTheOthersOut() {
        Manager running = start(
                doing((site, ctx) -> {
                    throw new TerminalException("wrong for good");
                }),
                doing((site, ctx) -> Outcome.done()).named("other"));
        world.user().create(Website.of("a", 1));
        world.run();
        running.pause("other");

        assertEquals(
                List.of("default/a: wrong for good"), running.health("website").reasons());
        assertEquals(List.of("paused"), running.health("other").reasons());
        assertEquals(
                List.of("controller website: default/a: wrong for good", "controller other: paused"),
                running.health().reasons());
        assertEquals(
                "controller none: READY manager has website, other",
                assertThrows(IllegalArgumentException.class, () -> running.health("none"))
                        .getMessage());
    }

    @Test
    void textOfAStuckManagerShowsWhatItWaitsFor() {
        Manager running = start(
                doing((site, ctx) -> {
                            ctx.apply(Item.named("item"));
                            return Outcome.done();
                        })
                        .owns(Item.KIND),
                waiting().named("stuck"));
        world.faults().pause(Item.KIND);
        world.user().create(Website.of("a", 1));
        world.run();
        running.trigger("website", Website.key("a"));
        world.advance(Duration.ofSeconds(2));

        String text = running.toString();
        assertTrue(text.contains("\n    default/a: [cache of Item is at "), text);
        assertTrue(text.contains("\n    reconciles default/a for 2000 ms at "), text);
        world.faults().resume(Item.KIND);
    }

    @Test
    void flightRecorderHasAnEventPerReconcile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reconcile.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.coxswain.Reconcile").withoutThreshold();
            recording.start();
            start(doing((site, ctx) -> Outcome.done()).named("recorded"));
            world.user().create(Website.of("a", 1));
            world.run();
            recording.dump(file);
        }
        RecordedEvent event = RecordingFile.readAllEvents(file).stream()
                .filter(each -> each.getEventType().getName().equals("io.coxswain.Reconcile"))
                .filter(each -> each.getString("controller").equals("recorded"))
                .findFirst()
                .orElseThrow();
        assertEquals("default/a", event.getString("resource"));
        assertEquals(1, event.getInt("attempt"));
        assertEquals(String.valueOf(world.store().revision()), event.getString("triggers"));
        assertEquals("done", event.getString("result"));
    }

    @Test
    void jvmWithoutFlightRecorderNotesNothing() {
        assertEquals(FlightRecorder.NONE, FlightRecorder.of(ModuleLayer.empty()));
        FlightRecorder.NONE.begin().end("website", Website.key("a"), 1, List.of(), "done");
    }
}
