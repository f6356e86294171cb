// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many pods of a ReplicaSet exist, are ready and available. */
public record ReplicaSetStatus(
        int availableReplicas,

        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<ReplicaSetCondition> conditions,

        int fullyLabeledReplicas,
        long observedGeneration,
        int readyReplicas,
        @Required @AlwaysWritten int replicas) {
    /** Nothing is set. */
    public static final ReplicaSetStatus EMPTY = new ReplicaSetStatus(0, List.of(), 0, 0L, 0, 0);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ReplicaSetStatus {
        conditions = Ordered.list(conditions);
    }

    /** The condition of this type, if there is one. */
    public Optional<ReplicaSetCondition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public ReplicaSetStatus withCondition(ReplicaSetCondition condition) {
        return withConditions(Ordered.with(conditions, condition, ReplicaSetCondition::type));
    }

    /** This with another {@code availableReplicas}. */
    public ReplicaSetStatus withAvailableReplicas(int availableReplicas) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    /** This with another {@code conditions}. */
    public ReplicaSetStatus withConditions(List<ReplicaSetCondition> conditions) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    /** This with another {@code fullyLabeledReplicas}. */
    public ReplicaSetStatus withFullyLabeledReplicas(int fullyLabeledReplicas) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    /** This with another {@code observedGeneration}. */
    public ReplicaSetStatus withObservedGeneration(long observedGeneration) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    /** This with another {@code readyReplicas}. */
    public ReplicaSetStatus withReadyReplicas(int readyReplicas) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    /** This with another {@code replicas}. */
    public ReplicaSetStatus withReplicas(int replicas) {
        return new ReplicaSetStatus(
                availableReplicas, conditions, fullyLabeledReplicas, observedGeneration, readyReplicas, replicas);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ReplicaSetStatus that
                        && replicas == that.replicas
                        && readyReplicas == that.readyReplicas
                        && observedGeneration == that.observedGeneration
                        && fullyLabeledReplicas == that.fullyLabeledReplicas
                        && availableReplicas == that.availableReplicas
                        && conditions.equals(that.conditions));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Integer.hashCode(availableReplicas);
        hash = 31 * hash + conditions.hashCode();
        hash = 31 * hash + Integer.hashCode(fullyLabeledReplicas);
        hash = 31 * hash + Long.hashCode(observedGeneration);
        hash = 31 * hash + Integer.hashCode(readyReplicas);
        hash = 31 * hash + Integer.hashCode(replicas);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
