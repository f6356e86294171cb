// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
