// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A term that makes a place preferred, and how much. */
public record WeightedPodAffinityTerm(
        @Required @AlwaysWritten PodAffinityTerm podAffinityTerm,
        @Required @AlwaysWritten int weight) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public WeightedPodAffinityTerm {
        podAffinityTerm = requireNonNullElse(podAffinityTerm, PodAffinityTerm.EMPTY);
    }

    /** This with another {@code podAffinityTerm}. */
    public WeightedPodAffinityTerm withPodAffinityTerm(PodAffinityTerm podAffinityTerm) {
        return new WeightedPodAffinityTerm(podAffinityTerm, weight);
    }

    /** This with another {@code weight}. */
    public WeightedPodAffinityTerm withWeight(int weight) {
        return new WeightedPodAffinityTerm(podAffinityTerm, weight);
    }
}
