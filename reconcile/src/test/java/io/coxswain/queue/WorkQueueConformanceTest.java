package io.coxswain.queue;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WorkQueueConformanceTest {

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> workQueue() {
        return Conformance.cases("reconcile/workqueue", (input, expect) -> {
            try (SimulatedEnvironment environment = SimulatedEnvironment.seeded(1)) {
                replay(input, expect.at("steps").items(), environment);
            }
        });
    }

    private static void replay(Json input, List<Json> expected, SimulatedEnvironment environment) {
        RateLimiter<String> limiter = RateLimiter.exponential(
                Duration.ofMillis(input.at("limiter").at("baseMillis").number(5)),
                Duration.ofMillis(input.at("limiter").at("maxMillis").number(1_000_000)));
        WorkQueue<String> queue = WorkQueue.create("table", environment, limiter, () -> {});
        int step = 0;
        for (Json each : input.at("steps").items()) {
            Json expect = expected.get(step++);
            apply(each, expect, queue, environment);
            environment.run();
            expect.at("depth").judge(queue.depth());
        }
    }

    private static void apply(Json step, Json expect, WorkQueue<String> queue, SimulatedEnvironment environment) {
        String op = step.at("op").text();
        switch (op) {
            case "add" -> queue.add(step.at("key").text());
            case "get" -> judgeGet(expect, queue);
            case "done" -> queue.done(step.at("key").text());
            case "addAfter" ->
                queue.addAfter(
                        step.at("key").text(),
                        Duration.ofMillis(step.at("millis").number()));
            case "addRateLimited" -> queue.addRateLimited(step.at("key").text());
            case "forget" -> queue.forget(step.at("key").text());
            case "requeues" ->
                expect.at("requeues").judge(queue.failures(step.at("key").text()));
            case "advance" ->
                environment.advance(Duration.ofMillis(step.at("millis").number()));
            case "shutdown" -> queue.shutDown();
            default -> throw new IllegalArgumentException("op " + op);
        }
    }

    private static void judgeGet(Json expect, WorkQueue<String> queue) {
        String taken = queue.tryTake();
        expect.at("got").judge(taken == null && queue.isShuttingDown() ? "shutdown" : taken);
    }
}
