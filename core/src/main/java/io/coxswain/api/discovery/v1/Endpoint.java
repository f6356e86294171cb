// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListSet;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Endpoint that
                        && addresses.equals(that.addresses)
                        && conditions.equals(that.conditions)
                        && deprecatedTopology.equals(that.deprecatedTopology)
                        && Objects.equals(hints, that.hints)
                        && Objects.equals(hostname, that.hostname)
                        && Objects.equals(nodeName, that.nodeName)
                        && Objects.equals(targetRef, that.targetRef)
                        && Objects.equals(zone, that.zone));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = addresses.hashCode();
        hash = 31 * hash + conditions.hashCode();
        hash = 31 * hash + deprecatedTopology.hashCode();
        hash = 31 * hash + Objects.hashCode(hints);
        hash = 31 * hash + Objects.hashCode(hostname);
        hash = 31 * hash + Objects.hashCode(nodeName);
        hash = 31 * hash + Objects.hashCode(targetRef);
        hash = 31 * hash + Objects.hashCode(zone);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
