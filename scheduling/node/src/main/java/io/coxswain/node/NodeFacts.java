package io.coxswain.node;

import io.coxswain.api.core.v1.NodeAddress;
import io.coxswain.api.core.v1.NodeCondition;
import io.coxswain.api.core.v1.NodeStatus;
import io.coxswain.api.core.v1.NodeStatusBuilder;
import io.coxswain.api.core.v1.NodeSystemInfo;
import io.coxswain.api.core.v1.NodeSystemInfoBuilder;
import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.WorkerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a node says of itself and what doesn't change while its agent runs.
 *
 * @param name of the node
 * @param hostAddress its IP address
 * @param capacity what it has to give
 * @param runtimes what it runs containers with
 * @param bootId tells this run of the agent from others
 */
record NodeFacts(String name, String hostAddress, NodeCapacity capacity, List<WorkerRuntime> runtimes, String bootId) {

    NodeStatus status(NodeStatus old, List<NodeCondition> conditions) {
        return NodeStatusBuilder.builder(old)
                .addresses(List.of(new NodeAddress("InternalIP", hostAddress), new NodeAddress("Hostname", name)))
                .capacity(capacity.quantities())
                .allocatable(capacity.quantities())
                .nodeInfo(info())
                .conditions(conditions)
                .build();
    }

    /** All but Ready. */
    List<NodeCondition> conditions() {
        List<NodeCondition> all = new ArrayList<>(List.of(
                fine("MemoryPressure", "KubeletHasSufficientMemory", "memory is not watched yet"),
                fine("DiskPressure", "KubeletHasNoDiskPressure", "disks are not watched yet"),
                fine("PIDPressure", "KubeletHasSufficientPID", "process numbers are not watched yet")));
        for (WorkerRuntime runtime : runtimes) {
            for (Shortcoming shortcoming : runtime.shortcomings()) {
                all.add(NodeHeartbeat.condition(
                        shortcoming.type(), "True", shortcoming.reason(), shortcoming.message()));
            }
        }
        return all;
    }

    private static NodeCondition fine(String type, String reason, String message) {
        return NodeHeartbeat.condition(type, "False", reason, message);
    }

    private NodeSystemInfo info() {
        return NodeSystemInfoBuilder.builder()
                .architecture(architecture())
                .operatingSystem(operatingSystem())
                .osImage(System.getProperty("os.name", ""))
                .kernelVersion(System.getProperty("os.version", ""))
                .kubeletVersion("v1.32.0+coxswain")
                .bootID(bootId)
                .containerRuntimeVersion(
                        runtimes.stream().map(WorkerRuntime::name).collect(Collectors.joining(",")) + "://0.1.0")
                .build();
    }

    /** As Go calls it, which is what labels of nodes and manifests use. */
    static String architecture() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }

    static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : "linux";
    }
}
