// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMapEnvSource that
                        && name.equals(that.name)
                        && Objects.equals(optional, that.optional));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(optional);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
