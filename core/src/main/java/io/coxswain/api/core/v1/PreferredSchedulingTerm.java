// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
