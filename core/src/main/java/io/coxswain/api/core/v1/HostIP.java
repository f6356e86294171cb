// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** An address of the host on which a pod runs. */
public record HostIP(@Required @AlwaysWritten String ip) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public HostIP {
        ip = requireNonNullElse(ip, "");
    }

    /** This with another {@code ip}. */
    public HostIP withIp(String ip) {
        return new HostIP(ip);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof HostIP that && ip.equals(that.ip));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = ip.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
