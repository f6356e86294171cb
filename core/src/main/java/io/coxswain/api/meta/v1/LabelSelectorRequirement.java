// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

/** A test of one label: In, NotIn, Exists or DoesNotExist. */
public record LabelSelectorRequirement(
        @Required @AlwaysWritten String key,
        @Required @AlwaysWritten String operator,
        List<String> values) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LabelSelectorRequirement {
        key = requireNonNullElse(key, "");
        operator = requireNonNullElse(operator, "");
        values = Ordered.list(values);
    }

    /** This with another {@code key}. */
    public LabelSelectorRequirement withKey(String key) {
        return new LabelSelectorRequirement(key, operator, values);
    }

    /** This with another {@code operator}. */
    public LabelSelectorRequirement withOperator(String operator) {
        return new LabelSelectorRequirement(key, operator, values);
    }

    /** This with another {@code values}. */
    public LabelSelectorRequirement withValues(List<String> values) {
        return new LabelSelectorRequirement(key, operator, values);
    }
}
