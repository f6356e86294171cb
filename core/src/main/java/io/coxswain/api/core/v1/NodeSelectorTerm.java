// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.value.Ordered;
import java.util.List;

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
}
