// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

/** Some of the backends of a Service. */
public record EndpointSlice(
        @AlwaysWritten ObjectMeta metadata,
        @Required @AlwaysWritten String addressType,
        @Required List<Endpoint> endpoints,
        List<EndpointPort> ports)
        implements Resource<EndpointSlice> {
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
}
