// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
