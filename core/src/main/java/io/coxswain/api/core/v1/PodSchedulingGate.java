// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** Holds a pod back from the scheduler until it is removed. */
public record PodSchedulingGate(@Required @AlwaysWritten String name) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodSchedulingGate {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public PodSchedulingGate withName(String name) {
        return new PodSchedulingGate(name);
    }
}
