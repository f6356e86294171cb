// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** The name of an object in the same namespace. */
@Atomic
public record LocalObjectReference(String name) {
    /** Nothing is set. */
    public static final LocalObjectReference EMPTY = new LocalObjectReference("");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public LocalObjectReference {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public LocalObjectReference withName(String name) {
        return new LocalObjectReference(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof LocalObjectReference that && name.equals(that.name));
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
