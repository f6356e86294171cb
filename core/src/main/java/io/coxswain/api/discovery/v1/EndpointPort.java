// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import org.jspecify.annotations.Nullable;

/** A port on which the endpoints of a slice listen. */
@Atomic
public record EndpointPort(
        @EmptyIsValue @Nullable String name,
        @EmptyIsValue @Nullable String appProtocol,
        @Nullable Integer port,
        @EmptyIsValue @Nullable String protocol) {
    /** Nothing is set. */
    public static final EndpointPort EMPTY = new EndpointPort(null, null, null, null);

    /** This with another {@code name}. */
    public EndpointPort withName(@Nullable String name) {
        return new EndpointPort(name, appProtocol, port, protocol);
    }

    /** This with another {@code appProtocol}. */
    public EndpointPort withAppProtocol(@Nullable String appProtocol) {
        return new EndpointPort(name, appProtocol, port, protocol);
    }

    /** This with another {@code port}. */
    public EndpointPort withPort(@Nullable Integer port) {
        return new EndpointPort(name, appProtocol, port, protocol);
    }

    /** This with another {@code protocol}. */
    public EndpointPort withProtocol(@Nullable String protocol) {
        return new EndpointPort(name, appProtocol, port, protocol);
    }
}
