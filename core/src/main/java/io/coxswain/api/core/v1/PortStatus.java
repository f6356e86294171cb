// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of one port of a load balancer. */
public record PortStatus(
        @EmptyIsValue @Nullable String error,
        @Required @AlwaysWritten int port,
        @Required @AlwaysWritten String protocol) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PortStatus {
        protocol = requireNonNullElse(protocol, "");
    }

    /** This with another {@code error}. */
    public PortStatus withError(@Nullable String error) {
        return new PortStatus(error, port, protocol);
    }

    /** This with another {@code port}. */
    public PortStatus withPort(int port) {
        return new PortStatus(error, port, protocol);
    }

    /** This with another {@code protocol}. */
    public PortStatus withProtocol(String protocol) {
        return new PortStatus(error, port, protocol);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PortStatus that
                        && port == that.port
                        && Objects.equals(error, that.error)
                        && protocol.equals(that.protocol));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(error);
        hash = 31 * hash + Integer.hashCode(port);
        hash = 31 * hash + protocol.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
