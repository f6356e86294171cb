// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** The condition of this type, if there is one. */
    public Optional<NodeCondition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public NodeStatus withCondition(NodeCondition condition) {
        return withConditions(Ordered.with(conditions, condition, NodeCondition::type));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeStatus that
                        && addresses.equals(that.addresses)
                        && allocatable.equals(that.allocatable)
                        && capacity.equals(that.capacity)
                        && conditions.equals(that.conditions)
                        && Objects.equals(config, that.config)
                        && daemonEndpoints.equals(that.daemonEndpoints)
                        && Objects.equals(features, that.features)
                        && images.equals(that.images)
                        && nodeInfo.equals(that.nodeInfo)
                        && phase.equals(that.phase)
                        && runtimeHandlers.equals(that.runtimeHandlers)
                        && volumesAttached.equals(that.volumesAttached)
                        && volumesInUse.equals(that.volumesInUse));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = addresses.hashCode();
        hash = 31 * hash + allocatable.hashCode();
        hash = 31 * hash + capacity.hashCode();
        hash = 31 * hash + conditions.hashCode();
        hash = 31 * hash + Objects.hashCode(config);
        hash = 31 * hash + daemonEndpoints.hashCode();
        hash = 31 * hash + Objects.hashCode(features);
        hash = 31 * hash + images.hashCode();
        hash = 31 * hash + nodeInfo.hashCode();
        hash = 31 * hash + phase.hashCode();
        hash = 31 * hash + runtimeHandlers.hashCode();
        hash = 31 * hash + volumesAttached.hashCode();
        hash = 31 * hash + volumesInUse.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
