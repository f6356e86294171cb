// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;

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
}
