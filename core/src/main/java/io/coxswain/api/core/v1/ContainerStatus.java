// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContainerStatus that
                        && restartCount == that.restartCount
                        && ready == that.ready
                        && name.equals(that.name)
                        && allocatedResources.equals(that.allocatedResources)
                        && allocatedResourcesStatus.equals(that.allocatedResourcesStatus)
                        && containerID.equals(that.containerID)
                        && image.equals(that.image)
                        && imageID.equals(that.imageID)
                        && lastState.equals(that.lastState)
                        && Objects.equals(resources, that.resources)
                        && Objects.equals(started, that.started)
                        && state.equals(that.state)
                        && Objects.equals(user, that.user)
                        && volumeMounts.equals(that.volumeMounts));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + allocatedResources.hashCode();
        hash = 31 * hash + allocatedResourcesStatus.hashCode();
        hash = 31 * hash + containerID.hashCode();
        hash = 31 * hash + image.hashCode();
        hash = 31 * hash + imageID.hashCode();
        hash = 31 * hash + lastState.hashCode();
        hash = 31 * hash + Boolean.hashCode(ready);
        hash = 31 * hash + Objects.hashCode(resources);
        hash = 31 * hash + Integer.hashCode(restartCount);
        hash = 31 * hash + Objects.hashCode(started);
        hash = 31 * hash + state.hashCode();
        hash = 31 * hash + Objects.hashCode(user);
        hash = 31 * hash + volumeMounts.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
