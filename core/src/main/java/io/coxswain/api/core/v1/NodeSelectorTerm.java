// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests of a node's labels and fields that must all hold. */
@Atomic
public record NodeSelectorTerm(
        List<NodeSelectorRequirement> matchExpressions, List<NodeSelectorRequirement> matchFields) {
    /** Nothing is set. */
    public static final NodeSelectorTerm EMPTY = new NodeSelectorTerm(List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeSelectorTerm {
        matchExpressions = Ordered.list(matchExpressions);
        matchFields = Ordered.list(matchFields);
    }

    /** This with another {@code matchExpressions}. */
    public NodeSelectorTerm withMatchExpressions(List<NodeSelectorRequirement> matchExpressions) {
        return new NodeSelectorTerm(matchExpressions, matchFields);
    }

    /** This with another {@code matchFields}. */
    public NodeSelectorTerm withMatchFields(List<NodeSelectorRequirement> matchFields) {
        return new NodeSelectorTerm(matchExpressions, matchFields);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeSelectorTerm that
                        && matchExpressions.equals(that.matchExpressions)
                        && matchFields.equals(that.matchFields));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = matchExpressions.hashCode();
        hash = 31 * hash + matchFields.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
