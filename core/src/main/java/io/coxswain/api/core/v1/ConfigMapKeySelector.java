// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of a ConfigMap. */
@Atomic
public record ConfigMapKeySelector(
        String name,
        @Required @AlwaysWritten String key,
        @Nullable Boolean optional) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMapKeySelector {
        name = requireNonNullElse(name, "");
        key = requireNonNullElse(key, "");
    }

    /** This with another {@code name}. */
    public ConfigMapKeySelector withName(String name) {
        return new ConfigMapKeySelector(name, key, optional);
    }

    /** This with another {@code key}. */
    public ConfigMapKeySelector withKey(String key) {
        return new ConfigMapKeySelector(name, key, optional);
    }

    /** This with another {@code optional}. */
    public ConfigMapKeySelector withOptional(@Nullable Boolean optional) {
        return new ConfigMapKeySelector(name, key, optional);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMapKeySelector that
                        && name.equals(that.name)
                        && key.equals(that.key)
                        && Objects.equals(optional, that.optional));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + key.hashCode();
        hash = 31 * hash + Objects.hashCode(optional);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
