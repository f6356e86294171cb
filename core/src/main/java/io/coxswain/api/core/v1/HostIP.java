// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
