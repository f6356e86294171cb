// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The condition of this type, if there is one. */
    public Optional<NamespaceCondition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public NamespaceStatus withCondition(NamespaceCondition condition) {
        return withConditions(Ordered.with(conditions, condition, NamespaceCondition::type));
    }

    /** This with another {@code conditions}. */
    public NamespaceStatus withConditions(List<NamespaceCondition> conditions) {
        return new NamespaceStatus(conditions, phase);
    }

    /** This with another {@code phase}. */
    public NamespaceStatus withPhase(String phase) {
        return new NamespaceStatus(conditions, phase);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NamespaceStatus that
                        && conditions.equals(that.conditions)
                        && phase.equals(that.phase));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = conditions.hashCode();
        hash = 31 * hash + phase.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
