// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof WeightedPodAffinityTerm that
                        && weight == that.weight
                        && podAffinityTerm.equals(that.podAffinityTerm));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = podAffinityTerm.hashCode();
        hash = 31 * hash + Integer.hashCode(weight);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
