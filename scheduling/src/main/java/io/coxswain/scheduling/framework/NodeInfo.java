package io.coxswain.scheduling.framework;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node with the pods on it and what they ask for.
 *
 * @param node the node
 * @param pods the pods that are bound to it or assumed to be, without those that have ended
 * @param allocatable what it can give away
 * @param allowedPods how many pods it can hold
 * @param requested what its pods ask for
 * @param scoredRequest the same for scores: a container that doesn't mention cpu or memory counts with {@link #DEFAULT_CPU} and {@link #DEFAULT_MEMORY}
 */
public record NodeInfo(
        Node node,
        List<Pod> pods,
        Resources allocatable,
        long allowedPods,
        Resources requested,
        Resources scoredRequest) {
    /** What a container that mentions no cpu counts for when nodes are scored (Kubernetes {@code DefaultMilliCPURequest}). */
    public static final Quantity DEFAULT_CPU = Quantity.parse("100m");
    /** The same for memory (Kubernetes {@code DefaultMemoryRequest}). */
    public static final Quantity DEFAULT_MEMORY = Quantity.parse("209715200");

    /** A node with these pods on it. */
    public static NodeInfo of(Node node, List<Pod> pods) {
        Resources requested = Resources.NONE;
        Resources scored = Resources.NONE;
        for (Pod pod : pods) {
            requested = requested.plus(request(pod));
            scored = scored.plus(scoredRequest(pod));
        }
        Map<String, Quantity> allocatable = node.status().allocatable();
        Quantity allowed = allocatable.get(Resources.PODS);
        return new NodeInfo(
                node,
                List.copyOf(pods),
                Resources.of(allocatable),
                allowed == null ? 0 : allowed.value(),
                requested,
                scored);
    }

    /** The same node with one more pod. */
    public NodeInfo with(Pod pod) {
        List<Pod> more = new java.util.ArrayList<>(pods);
        more.add(pod);
        return new NodeInfo(
                node,
                List.copyOf(more),
                allocatable,
                allowedPods,
                requested.plus(request(pod)),
                scoredRequest.plus(scoredRequest(pod)));
    }

    public String name() {
        return node.metadata().name();
    }

    /** What a pod asks for. */
    public static Resources request(Pod pod) {
        return Resources.of(PodRequests.of(pod.spec()));
    }

    /** What a pod counts for when nodes are scored. */
    public static Resources scoredRequest(Pod pod) {
        PodSpec spec = pod.spec();
        return Resources.of(PodRequests.of(spec, NodeInfo::withDefaults));
    }

    private static Map<String, Quantity> withDefaults(Container container) {
        Map<String, Quantity> requests = new TreeMap<>(container.resources().requests());
        requests.putIfAbsent(Resources.CPU, DEFAULT_CPU);
        requests.putIfAbsent(Resources.MEMORY, DEFAULT_MEMORY);
        return requests;
    }
}
