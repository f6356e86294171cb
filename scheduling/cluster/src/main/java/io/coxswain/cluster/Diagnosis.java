package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ContainerState;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStateWaiting;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.client.Client;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how an object stands that isn't as somebody wants it: what is missing, and which pods have trouble. */
final class Diagnosis {
    /** More pods than that only repeat each other. */
    private static final int PODS = 3;

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
            describe(pod).forEach(parts::add);
        }
        return parts.isEmpty() ? "it is " + found.get() : String.join("; ", parts);
    }

    private void describe(Deployment deployment, List<String> parts) {
        Integer replicas = deployment.spec().replicas();
        parts.add(deployment.status().readyReplicas() + " of " + (replicas == null ? 1 : replicas) + " ready");
        deployment.status().conditions().stream()
                .filter(condition -> condition.type().equals("ReplicaFailure"))
                .forEach(condition -> parts.add(condition.message()));
        List<String> troubles = new ArrayList<>();
        Selection ofDeployment = Selection.inNamespace(deployment.metadata().namespace())
                .labels(deployment.spec().selector());
        for (Pod pod : client.list(Pod.KIND, ofDeployment)) {
            describe(pod)
                    .forEach(trouble -> troubles.add("pod " + pod.metadata().name() + ": " + trouble));
        }
        parts.addAll(troubles.subList(0, Math.min(PODS, troubles.size())));
        if (troubles.size() > PODS) {
            parts.add("and " + (troubles.size() - PODS) + " more");
        }
    }

    private static List<String> describe(Pod pod) {
        List<String> troubles = new ArrayList<>();
        for (ContainerStatus status : pod.status().containerStatuses()) {
            if (!status.ready()) {
                troubles.add(describe(status));
            }
        }
        if (pod.status().containerStatuses().isEmpty()) {
            pod.status().conditions().stream()
                    .filter(condition -> condition.status().equals("False")
                            && !condition.message().isEmpty())
                    .map(PodCondition::message)
                    .findFirst()
                    .ifPresent(troubles::add);
        }
        return troubles;
    }

    private static String describe(ContainerStatus status) {
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
        return message.isEmpty() ? text.toString() : text + ": " + message;
    }
}
