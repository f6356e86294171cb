// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Sysctl that && name.equals(that.name) && value.equals(that.value));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + value.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
