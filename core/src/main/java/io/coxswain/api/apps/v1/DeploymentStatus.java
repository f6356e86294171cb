// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** The condition of this type, if there is one. */
    public Optional<DeploymentCondition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public DeploymentStatus withCondition(DeploymentCondition condition) {
        return withConditions(Ordered.with(conditions, condition, DeploymentCondition::type));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeploymentStatus that
                        && updatedReplicas == that.updatedReplicas
                        && unavailableReplicas == that.unavailableReplicas
                        && replicas == that.replicas
                        && readyReplicas == that.readyReplicas
                        && observedGeneration == that.observedGeneration
                        && availableReplicas == that.availableReplicas
                        && Objects.equals(collisionCount, that.collisionCount)
                        && conditions.equals(that.conditions));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(availableReplicas);
        hash = 31 * hash + Objects.hashCode(collisionCount);
        hash = 31 * hash + conditions.hashCode();
        hash = 31 * hash + Long.hashCode(observedGeneration);
        hash = 31 * hash + Integer.hashCode(readyReplicas);
        hash = 31 * hash + Integer.hashCode(replicas);
        hash = 31 * hash + Integer.hashCode(unavailableReplicas);
        hash = 31 * hash + Integer.hashCode(updatedReplicas);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
