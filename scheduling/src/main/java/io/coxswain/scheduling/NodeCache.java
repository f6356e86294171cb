package io.coxswain.scheduling;

import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.NodeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nodes with the pods on them, those included that are assumed to be there because their binding is under way. Belongs to the scheduler's serial executor; what {@link #snapshot} gives is
 * immutable.
 */
final class NodeCache {
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Map<ResourceKey, Pod>> podsByNode = new HashMap<>();
    private final Map<ResourceKey, String> nodeOfPod = new HashMap<>();
    private final Map<String, NodeInfo> infos = new TreeMap<>();
    private @Nullable List<NodeInfo> snapshot;

    void put(Node node) {
        nodes.put(node.metadata().name(), node);
        forget(node.metadata().name());
    }

    void removeNode(String name) {
        nodes.remove(name);
        forget(name);
    }

    /** A pod is on that node, or is assumed to be. */
    void put(Pod pod, String node) {
        removePod(pod.key());
        podsByNode.computeIfAbsent(node, absent -> new LinkedHashMap<>()).put(pod.key(), pod);
        nodeOfPod.put(pod.key(), node);
        forget(node);
    }

    /** A pod is on no node; returns whether it was on one. */
    boolean removePod(ResourceKey key) {
        String node = nodeOfPod.remove(key);
        if (node == null) {
            return false;
        }
        Map<ResourceKey, Pod> pods = podsByNode.get(node);
        if (pods != null) {
            pods.remove(key);
            if (pods.isEmpty()) {
                podsByNode.remove(node);
            }
        }
        forget(node);
        return true;
    }

    private void forget(String node) {
        infos.remove(node);
        snapshot = null;
    }

    /** All nodes by name. Costs what has changed since the last call, and a reference per node. */
    List<NodeInfo> snapshot() {
        List<NodeInfo> known = snapshot;
        if (known == null) {
            for (Map.Entry<String, Node> node : nodes.entrySet()) {
                infos.computeIfAbsent(
                        node.getKey(),
                        name -> NodeInfo.of(
                                node.getValue(),
                                new ArrayList<>(
                                        podsByNode.getOrDefault(name, Map.of()).values())));
            }
            known = List.copyOf(infos.values());
            snapshot = known;
        }
        return known;
    }
}
