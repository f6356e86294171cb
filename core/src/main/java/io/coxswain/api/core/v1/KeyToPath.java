// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which entry goes to which file of a volume, with which mode. */
public record KeyToPath(
        @Required @AlwaysWritten String key,
        @Nullable Integer mode,
        @Required @AlwaysWritten String path) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public KeyToPath {
        key = requireNonNullElse(key, "");
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code key}. */
    public KeyToPath withKey(String key) {
        return new KeyToPath(key, mode, path);
    }

    /** This with another {@code mode}. */
    public KeyToPath withMode(@Nullable Integer mode) {
        return new KeyToPath(key, mode, path);
    }

    /** This with another {@code path}. */
    public KeyToPath withPath(String path) {
        return new KeyToPath(key, mode, path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof KeyToPath that
                        && key.equals(that.key)
                        && Objects.equals(mode, that.mode)
                        && path.equals(that.path));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = key.hashCode();
        hash = 31 * hash + Objects.hashCode(mode);
        hash = 31 * hash + path.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
