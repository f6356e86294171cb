// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An environment variable: a value, or where it is taken from. */
public record EnvVar(
        @Required @AlwaysWritten String name,
        String value,
        @Nullable EnvVarSource valueFrom) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EnvVar {
        name = requireNonNullElse(name, "");
        value = requireNonNullElse(value, "");
    }

    /** A variable with a value. */
    public static EnvVar of(String name, String value) {
        return new EnvVar(name, value, null);
    }

    /** This with another {@code name}. */
    public EnvVar withName(String name) {
        return new EnvVar(name, value, valueFrom);
    }

    /** This with another {@code value}. */
    public EnvVar withValue(String value) {
        return new EnvVar(name, value, valueFrom);
    }

    /** This with another {@code valueFrom}. */
    public EnvVar withValueFrom(@Nullable EnvVarSource valueFrom) {
        return new EnvVar(name, value, valueFrom);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EnvVar that
                        && name.equals(that.name)
                        && value.equals(that.value)
                        && Objects.equals(valueFrom, that.valueFrom));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + value.hashCode();
        hash = 31 * hash + Objects.hashCode(valueFrom);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
