package io.coxswain.node.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateRunning;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.ContainerStatusBuilder;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodReadinessGate;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.PodStatusBuilder;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PodStatusConformanceTest {

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> phaseAndConditions() {
        return Conformance.cases("pod/status", (input, expect) -> {
            PodSpec spec = spec(input.at("pod").at("spec"));
            PodStatus status = status(input.at("pod").at("status"));
            String phase = PodPhases.of(spec, status, PodPhases.Restarts.BY_POLICY);
            expect.at("phase").judge(phase);
            judge(expect.at("initialized"), PodConditions.initialized(spec, status, phase));
            judge(expect.at("containersReady"), PodConditions.containersReady(spec, status, phase));
            judge(expect.at("ready"), PodConditions.ready(spec, status, phase));
        });
    }

    private static void judge(Json expected, PodCondition actual) {
        expected.at("status").judge(actual.status());
        assertEquals(expected.at("reason").text(""), actual.reason(), expected.path());
    }

    private static PodSpec spec(Json json) {
        return PodSpecBuilder.builder(PodSpec.EMPTY)
                .restartPolicy(json.at("restartPolicy").text(""))
                .initContainers(all(json.at("initContainers"), PodStatusConformanceTest::container))
                .containers(all(json.at("containers"), PodStatusConformanceTest::container))
                .readinessGates(all(
                        json.at("readinessGates"),
                        gate -> new PodReadinessGate(gate.at("conditionType").text())))
                .build();
    }

    private static Container container(Json json) {
        String restartPolicy = json.at("restartPolicy").text("");
        return ContainerBuilder.builder()
                .name(json.at("name").text())
                .restartPolicy(restartPolicy.isEmpty() ? null : restartPolicy)
                .build();
    }

    private static PodStatus status(Json json) {
        return PodStatusBuilder.builder(PodStatus.EMPTY)
                .initContainerStatuses(all(json.at("initContainerStatuses"), PodStatusConformanceTest::containerStatus))
                .containerStatuses(all(json.at("containerStatuses"), PodStatusConformanceTest::containerStatus))
                .conditions(all(
                        json.at("conditions"),
                        condition -> new PodCondition(
                                condition.at("type").text(),
                                condition.at("status").text(),
                                null,
                                null,
                                condition.at("message").text(""),
                                condition.at("reason").text(""))))
                .build();
    }

    private static ContainerStatus containerStatus(Json json) {
        return ContainerStatusBuilder.builder()
                .name(json.at("name").text())
                .ready(json.at("ready").isTrue())
                .started(json.at("started").exists() ? json.at("started").bool() : null)
                .restartCount(json.at("restartCount").integer(0))
                .state(state(json.at("state")))
                .lastState(state(json.at("lastState")))
                .build();
    }

    private static ContainerState state(Json json) {
        ContainerState state = ContainerState.EMPTY;
        if (json.at("waiting").exists()) {
            state = state.withWaiting(new ContainerStateWaiting(
                    json.at("waiting").at("message").text(""),
                    json.at("waiting").at("reason").text("")));
        }
        if (json.at("running").exists()) {
            json.at("running").whole();
            state = state.withRunning(new ContainerStateRunning(null));
        }
        if (json.at("terminated").exists()) {
            Json end = json.at("terminated");
            int code = end.at("exitCode").integer(0);
            end.whole();
            state = state.withTerminated(new ContainerStateTerminated("", code, null, "", "", 0, null));
        }
        return state;
    }

    private static <T> List<T> all(Json list, Function<Json, T> item) {
        return list.exists() ? list.items().stream().map(item).toList() : List.of();
    }
}
