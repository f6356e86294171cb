// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How evenly pods are spread over zones, hosts or other groups of nodes. */
@RecordBuilder
public record TopologySpreadConstraint(
        @Nullable LabelSelector labelSelector,
        List<String> matchLabelKeys,
        @Required @AlwaysWritten int maxSkew,
        @Nullable Integer minDomains,
        @EmptyIsValue @Nullable String nodeAffinityPolicy,
        @EmptyIsValue @Nullable String nodeTaintsPolicy,
        @Required @AlwaysWritten String topologyKey,
        @Required @AlwaysWritten String whenUnsatisfiable)
        implements TopologySpreadConstraintBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public TopologySpreadConstraint {
        matchLabelKeys = Ordered.list(matchLabelKeys);
        topologyKey = requireNonNullElse(topologyKey, "");
        whenUnsatisfiable = requireNonNullElse(whenUnsatisfiable, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TopologySpreadConstraint that
                        && maxSkew == that.maxSkew
                        && Objects.equals(labelSelector, that.labelSelector)
                        && matchLabelKeys.equals(that.matchLabelKeys)
                        && Objects.equals(minDomains, that.minDomains)
                        && Objects.equals(nodeAffinityPolicy, that.nodeAffinityPolicy)
                        && Objects.equals(nodeTaintsPolicy, that.nodeTaintsPolicy)
                        && topologyKey.equals(that.topologyKey)
                        && whenUnsatisfiable.equals(that.whenUnsatisfiable));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(labelSelector);
        hash = 31 * hash + matchLabelKeys.hashCode();
        hash = 31 * hash + Integer.hashCode(maxSkew);
        hash = 31 * hash + Objects.hashCode(minDomains);
        hash = 31 * hash + Objects.hashCode(nodeAffinityPolicy);
        hash = 31 * hash + Objects.hashCode(nodeTaintsPolicy);
        hash = 31 * hash + topologyKey.hashCode();
        hash = 31 * hash + whenUnsatisfiable.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
