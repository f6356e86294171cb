// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LabelSelectorRequirement that
                        && key.equals(that.key)
                        && operator.equals(that.operator)
                        && values.equals(that.values));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = key.hashCode();
        hash = 31 * hash + operator.hashCode();
        hash = 31 * hash + values.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
