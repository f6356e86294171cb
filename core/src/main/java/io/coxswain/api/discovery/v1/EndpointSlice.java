// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the backends of a Service. */
public record EndpointSlice(
        @AlwaysWritten ObjectMeta metadata,
        @Required @AlwaysWritten String addressType,
        @Required List<Endpoint> endpoints,
        List<EndpointPort> ports)
        implements Resource<EndpointSlice>, WithMetadata<EndpointSlice> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<EndpointSlice> KIND = EndpointSliceRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EndpointSlice {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        addressType = requireNonNullElse(addressType, "");
        endpoints = Ordered.list(endpoints);
        ports = Ordered.list(ports);
    }

    /** This with another {@code metadata}. */
    @Override
    public EndpointSlice withMetadata(ObjectMeta metadata) {
        return new EndpointSlice(metadata, addressType, endpoints, ports);
    }

    /** This with another {@code addressType}. */
    public EndpointSlice withAddressType(String addressType) {
        return new EndpointSlice(metadata, addressType, endpoints, ports);
    }

    /** This with another {@code endpoints}. */
    public EndpointSlice withEndpoints(List<Endpoint> endpoints) {
        return new EndpointSlice(metadata, addressType, endpoints, ports);
    }

    /** This with another {@code ports}. */
    public EndpointSlice withPorts(List<EndpointPort> ports) {
        return new EndpointSlice(metadata, addressType, endpoints, ports);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EndpointSlice that
                        && metadata.equals(that.metadata)
                        && addressType.equals(that.addressType)
                        && endpoints.equals(that.endpoints)
                        && ports.equals(that.ports));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + addressType.hashCode();
        hash = 31 * hash + endpoints.hashCode();
        hash = 31 * hash + ports.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
