// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.IntOrString;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TCPSocketAction that && host.equals(that.host) && port.equals(that.port));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = host.hashCode();
        hash = 31 * hash + port.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
