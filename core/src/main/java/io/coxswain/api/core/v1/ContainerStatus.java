// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a container: its state now and before, restarts, readiness. */
@RecordBuilder
public record ContainerStatus(
        @Required @AlwaysWritten String name,
        Map<String, Quantity> allocatedResources,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<ResourceStatus> allocatedResourcesStatus,

        String containerID,
        @Required @AlwaysWritten String image,
        @Required @AlwaysWritten String imageID,
        @AlwaysWritten ContainerState lastState,
        @Required @AlwaysWritten boolean ready,
        @Nullable ResourceRequirements resources,
        @Required @AlwaysWritten int restartCount,
        @Nullable Boolean started,
        @AlwaysWritten ContainerState state,
        @Nullable ContainerUser user,

        @ListMap("mountPath") @StrategicMerge(value = "merge", key = "mountPath")
        List<VolumeMountStatus> volumeMounts)
        implements ContainerStatusBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ContainerStatus {
        name = requireNonNullElse(name, "");
        allocatedResources = Ordered.map(allocatedResources);
        allocatedResourcesStatus = Ordered.list(allocatedResourcesStatus);
        containerID = requireNonNullElse(containerID, "");
        image = requireNonNullElse(image, "");
        imageID = requireNonNullElse(imageID, "");
        lastState = requireNonNullElse(lastState, ContainerState.EMPTY);
        state = requireNonNullElse(state, ContainerState.EMPTY);
        volumeMounts = Ordered.list(volumeMounts);
    }
}
