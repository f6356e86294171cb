// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many pods of a Deployment exist, are updated, ready and available. */
@RecordBuilder
public record DeploymentStatus(
        int availableReplicas,
        @Nullable Integer collisionCount,

        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<DeploymentCondition> conditions,

        long observedGeneration,
        int readyReplicas,
        int replicas,
        int unavailableReplicas,
        int updatedReplicas)
        implements DeploymentStatusBuilder.With {
    /** Nothing is set. */
    public static final DeploymentStatus EMPTY = new DeploymentStatus(0, null, List.of(), 0L, 0, 0, 0, 0);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DeploymentStatus {
        conditions = Ordered.list(conditions);
    }
}
