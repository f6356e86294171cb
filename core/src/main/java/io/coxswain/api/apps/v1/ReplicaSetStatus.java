// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import java.util.List;

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
}
