// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A kernel parameter of a pod. */
public record Sysctl(
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String value) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Sysctl {
        name = requireNonNullElse(name, "");
        value = requireNonNullElse(value, "");
    }

    /** This with another {@code name}. */
    public Sysctl withName(String name) {
        return new Sysctl(name, value);
    }

    /** This with another {@code value}. */
    public Sysctl withValue(String value) {
        return new Sysctl(name, value);
    }
}
