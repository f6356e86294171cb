// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Selects objects by their labels: all of the two lists must hold; an empty one selects everything. */
@Atomic
public record LabelSelector(List<LabelSelectorRequirement> matchExpressions, Map<String, String> matchLabels) {
    /** Nothing is set. */
    public static final LabelSelector EMPTY = new LabelSelector(List.of(), Map.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LabelSelector {
        matchExpressions = Ordered.list(matchExpressions);
        matchLabels = Ordered.map(matchLabels);
    }

    /** Selects what has all of these labels. */
    public static LabelSelector of(Map<String, String> labels) {
        return EMPTY.withMatchLabels(labels);
    }

    /** Selects what has this label. */
    public static LabelSelector of(String key, String value) {
        return of(Ordered.map(key, value));
    }

    /** This with another {@code matchExpressions}. */
    public LabelSelector withMatchExpressions(List<LabelSelectorRequirement> matchExpressions) {
        return new LabelSelector(matchExpressions, matchLabels);
    }

    /** This with another {@code matchLabels}. */
    public LabelSelector withMatchLabels(Map<String, String> matchLabels) {
        return new LabelSelector(matchExpressions, matchLabels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LabelSelector that
                        && matchExpressions.equals(that.matchExpressions)
                        && matchLabels.equals(that.matchLabels));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = matchExpressions.hashCode();
        hash = 31 * hash + matchLabels.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
