package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Client;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how an object stands that isn't as somebody wants it: what is missing, and which pods have trouble. */
final class Diagnosis {
    /** More different troubles than that don't help. */
    private static final int TROUBLES = 3;

    private final Client client;

    Diagnosis(Client client) {
        this.client = client;
    }

    /** Such as {@code 2 of 4 ready; pod crawler-x7: CrashLoopBackOff, exit 127: no such command 'jave'}. */
    <R extends Resource<R>> String of(Kind<R> kind, ResourceKey key) {
        Optional<R> found = client.find(kind, key);
        if (found.isEmpty()) {
            return "it doesn't exist";
        }
        List<String> parts = new ArrayList<>();
        if (found.get() instanceof Deployment deployment) {
            describe(deployment, parts);
        } else if (found.get() instanceof Pod pod) {
            parts.addAll(troubles(pod));
        }
        ObjectMeta metadata = found.get().metadata();
        if (metadata.isDeleting() && !metadata.finalizers().isEmpty()) {
            parts.add("it is being deleted and held by finalizers " + String.join(", ", metadata.finalizers()));
        }
        return parts.isEmpty() ? "it is " + found.get() : String.join("; ", parts);
    }

    private void describe(Deployment deployment, List<String> parts) {
        Integer replicas = deployment.spec().replicas();
        parts.add(deployment.status().readyReplicas() + " of " + (replicas == null ? 1 : replicas) + " ready");
        deployment.status().conditions().stream()
                .filter(condition -> condition.type().equals("ReplicaFailure"))
                .forEach(condition -> parts.add(condition.message()));
        Map<String, List<String>> podsByTrouble = new LinkedHashMap<>();
        Selection ofDeployment = Selection.inNamespace(deployment.metadata().namespace())
                .labels(deployment.spec().selector());
        for (Pod pod : client.list(Pod.KIND, ofDeployment)) {
            for (String trouble : troubles(pod)) {
                String shared = trouble.replace(pod.metadata().name(), "<pod>");
                podsByTrouble
                        .computeIfAbsent(shared, it -> new ArrayList<>())
                        .add(pod.metadata().name());
            }
        }
        podsByTrouble.entrySet().stream().limit(TROUBLES).forEach(it -> parts.add(told(it.getKey(), it.getValue())));
        if (podsByTrouble.size() > TROUBLES) {
            parts.add("and " + (podsByTrouble.size() - TROUBLES) + " more troubles");
        }
    }

    /** Pods of one template mostly share their trouble, which is told once. */
    private static String told(String trouble, List<String> pods) {
        String first = "pod " + pods.get(0) + ": " + trouble.replace("<pod>", pods.get(0));
        int others = pods.size() - 1;
        return others == 0 ? first : first + " (and " + others + (others == 1 ? " pod" : " pods") + " more like it)";
    }

    private List<String> troubles(Pod pod) {
        if (!pod.status().message().isEmpty()) {
            return List.of(pod.status().message());
        }
        if (pod.status().containerStatuses().isEmpty()) {
            return pod.status().conditions().stream()
                    .filter(condition -> condition.status().equals("False"))
                    .map(PodCondition::message)
                    .filter(message -> !message.isEmpty())
                    .limit(1)
                    .toList();
        }
        return pod.status().containerStatuses().stream()
                .filter(status -> !status.ready())
                .map(status -> describe(pod, status))
                .toList();
    }

    private String describe(Pod pod, ContainerStatus status) {
        ContainerState state = status.state();
        ContainerStateWaiting waiting = state.waiting();
        ContainerStateTerminated last = state.terminated() != null
                ? state.terminated()
                : status.lastState().terminated();
        StringBuilder text = new StringBuilder();
        if (waiting != null) {
            text.append(waiting.reason());
        } else {
            text.append(state.running() != null ? "running, not ready" : "terminated");
        }
        if (last != null) {
            text.append(", exit ").append(last.exitCode());
        }
        String message =
                last != null && !last.message().isEmpty() ? last.message() : waiting == null ? "" : waiting.message();
        if (message.isEmpty()) {
            message = lastWarning(pod);
        }
        return message.isEmpty() ? text.toString() : text + ": " + message;
    }

    /** Such as what a probe was answered. */
    private String lastWarning(Pod pod) {
        return client.list(Event.KIND, Selection.inNamespace(pod.metadata().namespace())).stream()
                .filter(event ->
                        event.involvedObject().uid().equals(pod.metadata().uid()))
                .filter(event -> event.type().equals("Warning"))
                .reduce((first, second) -> isLater(second, first) ? second : first)
                .map(Event::message)
                .orElse("");
    }

    private static boolean isLater(Event one, Event other) {
        return one.lastTimestamp() != null
                && (other.lastTimestamp() == null || !one.lastTimestamp().isBefore(other.lastTimestamp()));
    }
}
