// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.IntOrString;

/** An attempt to open a TCP connection. */
public record TCPSocketAction(
        String host, @Required @AlwaysWritten IntOrString port) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public TCPSocketAction {
        host = requireNonNullElse(host, "");
        port = requireNonNullElse(port, IntOrString.ZERO);
    }

    /** This with another {@code host}. */
    public TCPSocketAction withHost(String host) {
        return new TCPSocketAction(host, port);
    }

    /** This with another {@code port}. */
    public TCPSocketAction withPort(IntOrString port) {
        return new TCPSocketAction(host, port);
    }
}
