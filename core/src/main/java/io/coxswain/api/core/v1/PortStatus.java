// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
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
}
