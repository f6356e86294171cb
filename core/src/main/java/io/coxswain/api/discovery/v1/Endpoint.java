// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListSet;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One backend of a Service: its addresses, whether it takes traffic, where it is. */
@RecordBuilder
public record Endpoint(
        @Required @ListSet List<String> addresses,
        @AlwaysWritten EndpointConditions conditions,
        Map<String, String> deprecatedTopology,
        @Nullable EndpointHints hints,
        @EmptyIsValue @Nullable String hostname,
        @EmptyIsValue @Nullable String nodeName,
        @Nullable ObjectReference targetRef,
        @EmptyIsValue @Nullable String zone)
        implements EndpointBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Endpoint {
        addresses = Ordered.list(addresses);
        conditions = requireNonNullElse(conditions, EndpointConditions.EMPTY);
        deprecatedTopology = Ordered.map(deprecatedTopology);
    }
}
