// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
}
