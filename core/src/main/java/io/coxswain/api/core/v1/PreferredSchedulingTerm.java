// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A term that makes a node preferred, and how much. */
public record PreferredSchedulingTerm(
        @Required @AlwaysWritten NodeSelectorTerm preference,
        @Required @AlwaysWritten int weight) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PreferredSchedulingTerm {
        preference = requireNonNullElse(preference, NodeSelectorTerm.EMPTY);
    }

    /** This with another {@code preference}. */
    public PreferredSchedulingTerm withPreference(NodeSelectorTerm preference) {
        return new PreferredSchedulingTerm(preference, weight);
    }

    /** This with another {@code weight}. */
    public PreferredSchedulingTerm withWeight(int weight) {
        return new PreferredSchedulingTerm(preference, weight);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PreferredSchedulingTerm that
                        && weight == that.weight
                        && preference.equals(that.preference));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = preference.hashCode();
        hash = 31 * hash + Integer.hashCode(weight);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
