// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Ports of the daemons on a node. */
public record NodeDaemonEndpoints(@AlwaysWritten DaemonEndpoint kubeletEndpoint) {
    /** Nothing is set. */
    public static final NodeDaemonEndpoints EMPTY = new NodeDaemonEndpoints(DaemonEndpoint.EMPTY);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeDaemonEndpoints {
        kubeletEndpoint = requireNonNullElse(kubeletEndpoint, DaemonEndpoint.EMPTY);
    }

    /** This with another {@code kubeletEndpoint}. */
    public NodeDaemonEndpoints withKubeletEndpoint(DaemonEndpoint kubeletEndpoint) {
        return new NodeDaemonEndpoints(kubeletEndpoint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeDaemonEndpoints that && kubeletEndpoint.equals(that.kubeletEndpoint));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = kubeletEndpoint.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
