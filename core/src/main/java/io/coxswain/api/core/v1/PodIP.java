// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** An address of a pod. */
public record PodIP(@Required @AlwaysWritten String ip) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodIP {
        ip = requireNonNullElse(ip, "");
    }

    /** This with another {@code ip}. */
    public PodIP withIp(String ip) {
        return new PodIP(ip);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PodIP that && ip.equals(that.ip));
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
