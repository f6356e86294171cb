// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** A ConfigMap whose entries all become environment variables. */
public record ConfigMapEnvSource(String name, @Nullable Boolean optional) {
    /** Nothing is set. */
    public static final ConfigMapEnvSource EMPTY = new ConfigMapEnvSource("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMapEnvSource {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public ConfigMapEnvSource withName(String name) {
        return new ConfigMapEnvSource(name, optional);
    }

    /** This with another {@code optional}. */
    public ConfigMapEnvSource withOptional(@Nullable Boolean optional) {
        return new ConfigMapEnvSource(name, optional);
    }
}
