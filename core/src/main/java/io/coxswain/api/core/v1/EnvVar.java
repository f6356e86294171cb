// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
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
}
