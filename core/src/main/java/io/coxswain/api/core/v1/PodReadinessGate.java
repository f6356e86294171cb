// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A condition that a pod needs besides ready containers in order to be ready. */
public record PodReadinessGate(@Required @AlwaysWritten String conditionType) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodReadinessGate {
        conditionType = requireNonNullElse(conditionType, "");
    }

    /** This with another {@code conditionType}. */
    public PodReadinessGate withConditionType(String conditionType) {
        return new PodReadinessGate(conditionType);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PodReadinessGate that && conditionType.equals(that.conditionType));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = conditionType.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
