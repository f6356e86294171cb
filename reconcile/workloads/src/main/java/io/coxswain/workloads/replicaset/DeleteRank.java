package io.coxswain.workloads.replicaset;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pods of a replica set go first when it shrinks (Kubernetes {@code pkg/controller/controller_utils.go}, {@code ActivePodsWithRanks}): those whose loss costs least, then the younger, whose age is
 * compared by its order of magnitude so that chance decides among those of similar age (KEP-2185).
 *
 * @param now the time from which ages count
 * @param relatedPodsPerNode how many active pods of the same owner each node has
 */
record DeleteRank(Instant now, Map<String, Integer> relatedPodsPerNode) {
    static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

    /** The pods to delete, in that order. */
    List<Pod> first(int count, Collection<Pod> pods) {
        // A heap, since the order by age isn't transitive and a sort may refuse such a comparator.
        PriorityQueue<Pod> heap = new PriorityQueue<>(Math.max(1, pods.size()), this::compare);
        heap.addAll(pods);
        List<Pod> chosen = new ArrayList<>();
        while (chosen.size() < count && !heap.isEmpty()) {
            chosen.add(heap.remove());
        }
        return chosen;
    }

    private int compare(Pod one, Pod other) {
        int order = Boolean.compare(isAssigned(one), isAssigned(other));
        order = order != 0 ? order : Integer.compare(phase(one), phase(other));
        order = order != 0 ? order : Boolean.compare(readySince(one) != null, readySince(other) != null);
        order = order != 0 ? order : Integer.compare(deletionCost(one), deletionCost(other));
        order = order != 0 ? order : Integer.compare(related(other), related(one));
        order = order != 0 ? order : byReadiness(one, other);
        order = order != 0 ? order : Integer.compare(restarts(other), restarts(one));
        order = order != 0 ? order : Integer.compare(sidecarRestarts(other), sidecarRestarts(one));
        return order != 0 ? order : byCreation(one, other);
    }

    private static boolean isAssigned(Pod pod) {
        return !pod.spec().nodeName().isEmpty();
    }

    private static int phase(Pod pod) {
        return switch (pod.status().phase()) {
            case "Unknown" -> 1;
            case "Running" -> 2;
            default -> 0;
        };
    }

    private static @Nullable PodCondition ready(Pod pod) {
        for (PodCondition condition : pod.status().conditions()) {
            if (condition.type().equals("Ready") && condition.status().equals("True")) {
                return condition;
            }
        }
        return null;
    }

    /** Since when the pod is ready; the epoch if that isn't known; {@code null}: it isn't. */
    private static @Nullable Instant readySince(Pod pod) {
        PodCondition ready = ready(pod);
        if (ready == null) {
            return null;
        }
        Instant since = ready.lastTransitionTime();
        return since == null ? Instant.EPOCH : since;
    }

    private static int deletionCost(Pod pod) {
        String cost = pod.metadata().annotations().getOrDefault(DELETION_COST, "0");
        try {
            return cost.startsWith("+") || (cost.startsWith("0") && cost.length() > 1) ? 0 : Integer.parseInt(cost);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private int related(Pod pod) {
        return relatedPodsPerNode.getOrDefault(pod.spec().nodeName(), 0);
    }

    private int byReadiness(Pod one, Pod other) {
        Instant first = readySince(one);
        Instant second = readySince(other);
        return first == null || second == null ? 0 : byAge(one, first, other, second);
    }

    private int byCreation(Pod one, Pod other) {
        Instant first = one.metadata().creationTimestamp();
        Instant second = other.metadata().creationTimestamp();
        return byAge(one, first == null ? Instant.EPOCH : first, other, second == null ? Instant.EPOCH : second);
    }

    private int byAge(Pod one, Instant first, Pod other, Instant second) {
        if (first.equals(second)) {
            return 0;
        }
        if (first.equals(Instant.EPOCH) || second.equals(Instant.EPOCH)) {
            return first.equals(Instant.EPOCH) ? -1 : 1;
        }
        int byMagnitude = Integer.compare(magnitude(first), magnitude(second));
        return byMagnitude != 0
                ? byMagnitude
                : one.metadata().uid().compareTo(other.metadata().uid());
    }

    private int magnitude(Instant since) {
        long age = Duration.between(since, now).toNanos();
        return age <= 0 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(age);
    }

    private static int restarts(Pod pod) {
        return mostRestarts(pod.status().containerStatuses());
    }

    private static int sidecarRestarts(Pod pod) {
        if (pod.spec().initContainers().isEmpty()) {
            return 0;
        }
        List<String> sidecars = pod.spec().initContainers().stream()
                .filter(container -> "Always".equals(container.restartPolicy()))
                .map(Container::name)
                .toList();
        return mostRestarts(pod.status().initContainerStatuses().stream()
                .filter(status -> sidecars.contains(status.name()))
                .collect(Collectors.toList()));
    }

    private static int mostRestarts(List<ContainerStatus> statuses) {
        int most = 0;
        for (ContainerStatus status : statuses) {
            most = Math.max(most, status.restartCount());
        }
        return most;
    }
}
