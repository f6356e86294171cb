// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node has, can give away and how it is doing. */
@RecordBuilder
public record NodeStatus(
        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<NodeAddress> addresses,

        Map<String, Quantity> allocatable,
        Map<String, Quantity> capacity,

        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<NodeCondition> conditions,

        @Nullable NodeConfigStatus config,
        @AlwaysWritten NodeDaemonEndpoints daemonEndpoints,
        @Nullable NodeFeatures features,
        List<ContainerImage> images,
        @AlwaysWritten NodeSystemInfo nodeInfo,
        String phase,
        List<NodeRuntimeHandler> runtimeHandlers,
        List<AttachedVolume> volumesAttached,
        List<String> volumesInUse)
        implements NodeStatusBuilder.With {
    /** Nothing is set. */
    public static final NodeStatus EMPTY = new NodeStatus(
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            NodeDaemonEndpoints.EMPTY,
            null,
            List.of(),
            NodeSystemInfo.EMPTY,
            "",
            List.of(),
            List.of(),
            List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeStatus {
        addresses = Ordered.list(addresses);
        allocatable = Ordered.map(allocatable);
        capacity = Ordered.map(capacity);
        conditions = Ordered.list(conditions);
        daemonEndpoints = requireNonNullElse(daemonEndpoints, NodeDaemonEndpoints.EMPTY);
        images = Ordered.list(images);
        nodeInfo = requireNonNullElse(nodeInfo, NodeSystemInfo.EMPTY);
        phase = requireNonNullElse(phase, "");
        runtimeHandlers = Ordered.list(runtimeHandlers);
        volumesAttached = Ordered.list(volumesAttached);
        volumesInUse = Ordered.list(volumesInUse);
    }
}
