// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Host names that a pod's hosts file gives an address. */
public record HostAlias(
        List<String> hostnames, @Required @AlwaysWritten String ip) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public HostAlias {
        hostnames = Ordered.list(hostnames);
        ip = requireNonNullElse(ip, "");
    }

    /** This with another {@code hostnames}. */
    public HostAlias withHostnames(List<String> hostnames) {
        return new HostAlias(hostnames, ip);
    }

    /** This with another {@code ip}. */
    public HostAlias withIp(String ip) {
        return new HostAlias(hostnames, ip);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HostAlias that && hostnames.equals(that.hostnames) && ip.equals(that.ip));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = hostnames.hashCode();
        hash = 31 * hash + ip.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
