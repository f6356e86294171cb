// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PodSchedulingGate that && name.equals(that.name));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
