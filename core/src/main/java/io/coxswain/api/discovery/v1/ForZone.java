// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ForZone that && name.equals(that.name));
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
