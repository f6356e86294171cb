// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** The operating system that a pod's containers need. */
public record PodOS(@Required @AlwaysWritten String name) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodOS {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public PodOS withName(String name) {
        return new PodOS(name);
    }
}
