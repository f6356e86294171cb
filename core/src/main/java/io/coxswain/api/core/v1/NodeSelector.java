// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of which a node must satisfy one. */
@Atomic
public record NodeSelector(@Required List<NodeSelectorTerm> nodeSelectorTerms) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeSelector {
        nodeSelectorTerms = Ordered.list(nodeSelectorTerms);
    }

    /** This with another {@code nodeSelectorTerms}. */
    public NodeSelector withNodeSelectorTerms(List<NodeSelectorTerm> nodeSelectorTerms) {
        return new NodeSelector(nodeSelectorTerms);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeSelector that && nodeSelectorTerms.equals(that.nodeSelectorTerms));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = nodeSelectorTerms.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
