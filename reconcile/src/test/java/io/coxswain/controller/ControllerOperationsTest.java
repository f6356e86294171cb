package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.metrics.Metric;
import io.coxswain.metrics.MetricsSink;
import io.coxswain.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator does with a manager that runs: pauses, asks, measures. */
class ControllerOperationsTest {
    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private final Numbers numbers = new Numbers();

    /** Keeps what is registered. */
    private static final class Numbers implements MetricsSink {
        private final Map<String, DoubleSupplier> values = new LinkedHashMap<>();

        @Override
        public Registration counter(Metric metric, LongSupplier total) {
            return gauge(metric, total::getAsLong);
        }

        @Override
        public Registration gauge(Metric metric, DoubleSupplier now) {
            values.put(metric.toString(), now);
            return () -> values.remove(metric.toString());
        }

        @Override
        public Timer timer(Metric metric) {
            List<Duration> durations = new ArrayList<>();
            Registration registration = gauge(metric, durations::size);
            return new Timer() {
                @Override
                public void record(Duration duration) {
                    durations.add(duration);
                }

                @Override
                public void close() {
                    registration.close();
                }
            };
        }

        double of(String metric) {
            return values.get(metric).getAsDouble();
        }
    }

    private Manager start(Reconciler<Website> reconciler) {
        return start(Controller.of(Website.KIND, () -> reconciler));
    }

    private Manager start(ControllerSpec<Website> spec) {
        Manager manager = Manager.builder(world.client(), world.environment())
                .add(spec)
                .metrics(numbers)
                .build();
        manager.start();
        world.run();
        return manager;
    }

    /** Waits a while; ends by failing when interrupted. */
    private static void wait(Environment environment) {
        try {
            environment.await(new CompletableFuture<Void>(), Duration.ofMillis(100));
        } catch (AwaitException e) {
            if (e.reason() == AwaitException.Reason.INTERRUPTED) {
                throw e;
            }
        }
    }

    private Outcome note(Website site) {
        calls.add(site.metadata().name());
        return Outcome.done();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void pausedControllerNotesChangesAndGoesOnLater() {
        Manager manager = start((site, ctx) -> note(site));
        manager.pause("website");
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofMinutes(1));

        assertEquals(List.of(), calls);
        assertEquals(List.of("controller website: paused"), manager.health().reasons());
        assertEquals(
                KeyState.Phase.READY,
                manager.explain("website", Website.key("a")).phase());

        manager.resume("website");
        world.run();
        assertEquals(List.of("a"), calls);
        assertTrue(manager.health().reasons().isEmpty());
    }

    @Test
    void pausedControllerStops() {
        Manager manager = start((site, ctx) -> note(site));
        manager.pause("website");
        world.user().create(Website.of("a", 1));
        world.run();
        manager.close();
        assertEquals(List.of(), calls);
    }

    @Test
    void keyThatFailsSaysWhyAndWhenItComesAgain() {
        Manager manager = start((site, ctx) -> {
            throw new IllegalStateException("no such cloud");
        });
        world.user().create(Website.of("a", 1));
        world.run();
        KeyState state = manager.explain("website", Website.key("a"));

        assertEquals(KeyState.Phase.IDLE, state.phase());
        assertTrue(state.due().isPresent());
        assertTrue(
                state.toString().endsWith("failed " + state.failures() + " times: no such cloud")
                        || state.toString().endsWith("failed 1 time: no such cloud"),
                state::toString);
    }

    @Test
    void keyThatWaitsForCachesNamesThem() {
        Manager manager = start((site, ctx) -> {
            ctx.updateStatus(site.withStatus(new Website.Status(Math.min(3, calls.size()))));
            return note(site);
        });
        world.user().create(Website.of("a", 1));
        world.run();
        world.faults().pause(Website.KIND);
        manager.trigger("website", Website.key("a"));
        world.run();
        manager.trigger("website", Website.key("a"));
        world.run();

        KeyState state = manager.explain("website", Website.key("a"));
        assertEquals(KeyState.Phase.WAITING_FOR_CACHES, state.phase());
        assertTrue(state.toString().contains("cache of Website is at "), state::toString);
        world.faults().resume(Website.KIND);
        world.advance(Duration.ofMillis(1));
        assertTrue(manager.explain("website", Website.key("a")).waitsFor().isEmpty());
    }

    @Test
    void reconcileThatTakesTooLongIsInterruptedAndFails() {
        Manager manager = start(Controller.<Website>of(Website.KIND, () -> (site, ctx) -> {
                    while (true) {
                        wait(ctx.environment());
                    }
                })
                .timeout(Duration.ofSeconds(2)));
        world.user().create(Website.of("a", 1));
        world.advance(Duration.ofSeconds(3));

        String failure =
                manager.explain("website", Website.key("a")).lastFailure().orElseThrow();
        assertEquals(
                "controller website of Website: the reconcile of default/a took longer than PT2S and was interrupted",
                failure);
        assertTrue(numbers.of("controller_runtime_reconcile_total{controller=website, result=error}") >= 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> Controller.of(Website.KIND, () -> (site, ctx) -> Outcome.done())
                        .timeout(Duration.ZERO));
    }

    @Test
    void numbersAreThoseOfControllerRuntimeAndEndWithTheManager() {
        Manager manager = start((site, ctx) -> switch (site.metadata().name()) {
            case "again" -> Outcome.again(Duration.ofHours(1));
            case "later" -> Outcome.retryWithBackoff("not yet");
            case "never" -> throw new TerminalException("wrong for good");
            default -> note(site);
        });
        for (String name : List.of("fine", "again", "never")) {
            world.user().create(Website.of(name, 1));
        }
        world.run();

        assertEquals(1, numbers.of("controller_runtime_reconcile_total{controller=website, result=success}"));
        assertEquals(1, numbers.of("controller_runtime_reconcile_total{controller=website, result=requeue_after}"));
        assertEquals(1, numbers.of("controller_runtime_reconcile_total{controller=website, result=error}"));
        assertEquals(1, numbers.of("controller_runtime_terminal_reconcile_errors_total{controller=website}"));
        assertEquals(3, numbers.of("controller_runtime_reconcile_time_seconds{controller=website}"));
        assertEquals(3, numbers.of("workqueue_adds_total{name=website}"));
        assertEquals(0, numbers.of("workqueue_depth{name=website}"));
        world.user().create(Website.of("later", 1));
        world.run();
        assertTrue(numbers.of("controller_runtime_reconcile_total{controller=website, result=requeue}") >= 1);

        manager.close();
        assertEquals(List.of(), List.copyOf(numbers.values.keySet()));
    }
}
