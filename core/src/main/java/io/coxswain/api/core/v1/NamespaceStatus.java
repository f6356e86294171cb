// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import java.util.List;

/** Whether a namespace is Active or Terminating. */
public record NamespaceStatus(
        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<NamespaceCondition> conditions,

        String phase) {
    /** Nothing is set. */
    public static final NamespaceStatus EMPTY = new NamespaceStatus(List.of(), "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NamespaceStatus {
        conditions = Ordered.list(conditions);
        phase = requireNonNullElse(phase, "");
    }

    /** This with another {@code conditions}. */
    public NamespaceStatus withConditions(List<NamespaceCondition> conditions) {
        return new NamespaceStatus(conditions, phase);
    }

    /** This with another {@code phase}. */
    public NamespaceStatus withPhase(String phase) {
        return new NamespaceStatus(conditions, phase);
    }
}
