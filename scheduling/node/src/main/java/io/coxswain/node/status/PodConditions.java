package io.coxswain.node.status;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodReadinessGate;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Conditions of a pod from its containers: {@code pkg/kubelet/status/generate.go}. Pure; times are left out. */
public final class PodConditions {
    public static final String SCHEDULED = "PodScheduled";
    public static final String INITIALIZED = "Initialized";
    public static final String CONTAINERS_READY = "ContainersReady";
    public static final String READY = "Ready";

    private static final String COMPLETED = "PodCompleted";
    private static final String UNKNOWN_STATUSES = "UnknownContainerStatuses";
    private static final String NOT_READY = "ContainersNotReady";

    private PodConditions() {}

    /** Whether the init containers are through. */
    static PodCondition initialized(PodSpec spec, PodStatus status, String phase) {
        if (hasNoStatuses(status) && !spec.initContainers().isEmpty()) {
            return condition(INITIALIZED, false, UNKNOWN_STATUSES, "");
        }
        List<String> unknown = new ArrayList<>();
        List<String> incomplete = new ArrayList<>();
        for (Container container : spec.initContainers()) {
            Optional<ContainerStatus> found = PodPhases.find(status.initContainerStatuses(), container);
            if (found.isEmpty()) {
                unknown.add(container.name());
            } else if (!isThrough(container, found.get())) {
                incomplete.add(container.name());
            }
        }
        if (phase.equals(PodPhases.SUCCEEDED) && unknown.isEmpty()) {
            return condition(INITIALIZED, true, COMPLETED, "");
        }
        String message = message(unknown, incomplete, "incomplete");
        return PodPhases.anyStarted(spec, status) || message.isEmpty()
                ? condition(INITIALIZED, true, "", "")
                : condition(INITIALIZED, false, "ContainersNotInitialized", message);
    }

    private static boolean isThrough(Container container, ContainerStatus status) {
        return PodPhases.isSidecar(container) ? Boolean.TRUE.equals(status.started()) : status.ready();
    }

    /** Whether all containers and sidecars are ready. */
    static PodCondition containersReady(PodSpec spec, PodStatus status, String phase) {
        if (hasNoStatuses(status)) {
            return condition(CONTAINERS_READY, false, UNKNOWN_STATUSES, "");
        }
        List<String> unknown = new ArrayList<>();
        List<String> unready = new ArrayList<>();
        spec.initContainers().stream()
                .filter(PodPhases::isSidecar)
                .forEach(container ->
                        sort(container, PodPhases.find(status.initContainerStatuses(), container), unknown, unready));
        spec.containers()
                .forEach(container ->
                        sort(container, PodPhases.find(status.containerStatuses(), container), unknown, unready));
        if (phase.equals(PodPhases.SUCCEEDED) && unknown.isEmpty()) {
            return condition(CONTAINERS_READY, false, COMPLETED, "");
        }
        if (phase.equals(PodPhases.FAILED)) {
            return condition(CONTAINERS_READY, false, "PodFailed", "");
        }
        String message = message(unknown, unready, "unready");
        return message.isEmpty()
                ? condition(CONTAINERS_READY, true, "", "")
                : condition(CONTAINERS_READY, false, NOT_READY, message);
    }

    private static void sort(
            Container container, Optional<ContainerStatus> found, List<String> unknown, List<String> unready) {
        if (found.isEmpty()) {
            unknown.add(container.name());
        } else if (!found.get().ready()) {
            unready.add(container.name());
        }
    }

    /** Whether the containers are ready and every readiness gate says yes. */
    static PodCondition ready(PodSpec spec, PodStatus status, String phase) {
        PodCondition containers = containersReady(spec, status, phase);
        if (!containers.status().equals("True")) {
            return new PodCondition(READY, "False", null, null, containers.message(), containers.reason());
        }
        List<String> closed = new ArrayList<>();
        for (PodReadinessGate gate : spec.readinessGates()) {
            String type = gate.conditionType();
            String state = status.conditions().stream()
                    .filter(condition -> condition.type().equals(type))
                    .map(PodCondition::status)
                    .findFirst()
                    .orElse("absent");
            if (!state.equals("True")) {
                closed.add("condition " + type + " of a readiness gate is " + state);
            }
        }
        return closed.isEmpty()
                ? condition(READY, true, "", "")
                : condition(READY, false, "ReadinessGatesNotReady", String.join(", ", closed));
    }

    private static boolean hasNoStatuses(PodStatus status) {
        return status.containerStatuses().isEmpty()
                && status.initContainerStatuses().isEmpty();
    }

    private static String message(List<String> unknown, List<String> others, String word) {
        return String.join(
                ", ",
                Stream.of(clause(unknown, "unknown"), clause(others, word))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String clause(List<String> names, String word) {
        return names.isEmpty() ? "" : "containers with " + word + " status: [" + String.join(" ", names) + "]";
    }

    private static PodCondition condition(String type, boolean holds, String reason, String message) {
        return new PodCondition(type, holds ? "True" : "False", null, null, message, reason);
    }
}
