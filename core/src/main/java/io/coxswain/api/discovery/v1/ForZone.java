// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A zone that should use an endpoint. */
public record ForZone(@Required @AlwaysWritten String name) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ForZone {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public ForZone withName(String name) {
        return new ForZone(name);
    }
}
