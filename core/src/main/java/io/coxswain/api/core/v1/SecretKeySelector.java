// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import org.jspecify.annotations.Nullable;

/** One entry of a Secret. */
@Atomic
public record SecretKeySelector(
        String name,
        @Required @AlwaysWritten String key,
        @Nullable Boolean optional) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public SecretKeySelector {
        name = requireNonNullElse(name, "");
        key = requireNonNullElse(key, "");
    }

    /** This with another {@code name}. */
    public SecretKeySelector withName(String name) {
        return new SecretKeySelector(name, key, optional);
    }

    /** This with another {@code key}. */
    public SecretKeySelector withKey(String key) {
        return new SecretKeySelector(name, key, optional);
    }

    /** This with another {@code optional}. */
    public SecretKeySelector withOptional(@Nullable Boolean optional) {
        return new SecretKeySelector(name, key, optional);
    }
}
