// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

/** A test of one label or field of a node. */
public record NodeSelectorRequirement(
        @Required @AlwaysWritten String key,
        @Required @AlwaysWritten String operator,
        List<String> values) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeSelectorRequirement {
        key = requireNonNullElse(key, "");
        operator = requireNonNullElse(operator, "");
        values = Ordered.list(values);
    }

    /** This with another {@code key}. */
    public NodeSelectorRequirement withKey(String key) {
        return new NodeSelectorRequirement(key, operator, values);
    }

    /** This with another {@code operator}. */
    public NodeSelectorRequirement withOperator(String operator) {
        return new NodeSelectorRequirement(key, operator, values);
    }

    /** This with another {@code values}. */
    public NodeSelectorRequirement withValues(List<String> values) {
        return new NodeSelectorRequirement(key, operator, values);
    }
}
