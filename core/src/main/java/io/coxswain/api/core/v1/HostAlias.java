// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;

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
}
