// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file or folder of the host. */
public record HostPathVolumeSource(
        @EmptyIsValue @Nullable String type,
        @Required @AlwaysWritten String path) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public HostPathVolumeSource {
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code type}. */
    public HostPathVolumeSource withType(@Nullable String type) {
        return new HostPathVolumeSource(type, path);
    }

    /** This with another {@code path}. */
    public HostPathVolumeSource withPath(String path) {
        return new HostPathVolumeSource(type, path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HostPathVolumeSource that
                        && Objects.equals(type, that.type)
                        && path.equals(that.path));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(type);
        hash = 31 * hash + path.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
