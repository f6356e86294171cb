// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EndpointPort that
                        && Objects.equals(name, that.name)
                        && Objects.equals(appProtocol, that.appProtocol)
                        && Objects.equals(port, that.port)
                        && Objects.equals(protocol, that.protocol));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(name);
        hash = 31 * hash + Objects.hashCode(appProtocol);
        hash = 31 * hash + Objects.hashCode(port);
        hash = 31 * hash + Objects.hashCode(protocol);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
