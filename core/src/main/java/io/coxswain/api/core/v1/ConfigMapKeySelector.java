// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
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
}
