package io.coxswain.workloads.deployment;

import io.coxswain.api.apps.v1.DeploymentCondition;
import io.coxswain.api.apps.v1.DeploymentStatus;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.value.IntOrString;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DeploymentConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rolling() {
        return Conformance.cases("deployment/rolling", (input, expect) -> {
            int replicas = input.at("replicas").integer();
            IntOrString surge = intOrString(input.at("maxSurge"));
            IntOrString unavailable = intOrString(input.at("maxUnavailable"));
            RollingUpdate.Size current = size(input.at("newReplicaSet"));
            List<RollingUpdate.Size> old = input.at("oldReplicaSets").items().stream()
                    .map(DeploymentConformanceTest::size)
                    .toList();
            if (expect.has("error")) {
                expect.at("error").judge(refuses(replicas, surge, unavailable));
                return;
            }
            RollingUpdate plan = RollingUpdate.resolve(replicas, surge, unavailable);
            expect.at("surge").judge(plan.surge());
            expect.at("unavailable").judge(plan.unavailable());
            expect.at("effectiveUnavailable").judge(plan.effectiveUnavailable());
            expect.at("newReplicas").judge(plan.newReplicas(current, old));
            expect.at("oldReplicas").judge(plan.oldReplicas(current, old));
        });
    }

    private static boolean refuses(int replicas, IntOrString surge, IntOrString unavailable) {
        try {
            RollingUpdate.resolve(replicas, surge, unavailable);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static RollingUpdate.Size size(Json set) {
        return new RollingUpdate.Size(
                set.at("replicas").integer(), set.at("availableReplicas").integer());
    }

    private static IntOrString intOrString(Json value) {
        return value.isNumber() ? IntOrString.of(value.integer()) : IntOrString.of(value.text());
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> progress() {
        return Conformance.cases("deployment/progress", (input, expect) -> {
            Progress progress = new Progress(
                    input.at("replicas").integer(0),
                    input.at("generation").number(0),
                    input.at("progressDeadlineSeconds").isNumber()
                            ? Integer.valueOf(
                                    input.at("progressDeadlineSeconds").integer())
                            : null,
                    Instant.parse(input.at("now").text("2024-03-01T12:00:00Z")));
            switch (input.at("op").text()) {
                case "rollout" ->
                    judge(
                            expect.at("condition"),
                            progress.rollout(
                                    status(input.at("old")),
                                    status(input.at("counted")),
                                    condition(input.at("condition")),
                                    "ReplicaSet \"web\""));
                case "pause" ->
                    judge(
                            expect.at("condition"),
                            progress.paused(
                                    input.at("paused").isTrue() ? Progress.Pause.PAUSED : Progress.Pause.RUNNING,
                                    condition(input.at("condition"))));
                case "available" -> {
                    RollingUpdate plan = RollingUpdate.resolve(
                            progress.replicas(),
                            intOrString(input.at("maxSurge")),
                            intOrString(input.at("maxUnavailable")));
                    judge(
                            expect.at("condition"),
                            progress.available(
                                    plan.minAvailable(),
                                    input.at("availableReplicas").integer(),
                                    null));
                }
                default ->
                    throw new AssertionError("unknown op " + input.at("op").text());
            }
        });
    }

    private static DeploymentStatus status(Json counters) {
        return DeploymentStatus.EMPTY
                .withReplicas(counters.at("replicas").integer(0))
                .withUpdatedReplicas(counters.at("updatedReplicas").integer(0))
                .withReadyReplicas(counters.at("readyReplicas").integer(0))
                .withAvailableReplicas(counters.at("availableReplicas").integer(0))
                .withObservedGeneration(counters.at("observedGeneration").number(0));
    }

    private static DeploymentCondition condition(Json condition) {
        if (!condition.isObject()) {
            return null;
        }
        return new DeploymentCondition(
                "Progressing",
                condition.at("status").text(),
                time(condition.at("lastTransitionTime")),
                time(condition.at("lastUpdateTime")),
                "",
                condition.at("reason").text(""));
    }

    private static Instant time(Json text) {
        return text.isText() ? Instant.parse(text.text()) : null;
    }

    private static void judge(Json expected, DeploymentCondition actual) {
        if (!expected.isObject() || actual == null) {
            expected.judge(actual);
            return;
        }
        expected.at("status").judge(actual.status());
        expected.at("reason").judge(actual.reason());
        expected.at("lastUpdateTime").judge(String.valueOf(actual.lastUpdateTime()));
        expected.at("lastTransitionTime").judge(String.valueOf(actual.lastTransitionTime()));
    }
}
