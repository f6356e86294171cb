// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SecretKeySelector that
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
