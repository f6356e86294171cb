// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A mount of Glusterfs. */
public record GlusterfsVolumeSource(
        @Required @AlwaysWritten String endpoints,
        @Required @AlwaysWritten String path,
        boolean readOnly) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public GlusterfsVolumeSource {
        endpoints = requireNonNullElse(endpoints, "");
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code endpoints}. */
    public GlusterfsVolumeSource withEndpoints(String endpoints) {
        return new GlusterfsVolumeSource(endpoints, path, readOnly);
    }

    /** This with another {@code path}. */
    public GlusterfsVolumeSource withPath(String path) {
        return new GlusterfsVolumeSource(endpoints, path, readOnly);
    }

    /** This with another {@code readOnly}. */
    public GlusterfsVolumeSource withReadOnly(boolean readOnly) {
        return new GlusterfsVolumeSource(endpoints, path, readOnly);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GlusterfsVolumeSource that
                        && readOnly == that.readOnly
                        && endpoints.equals(that.endpoints)
                        && path.equals(that.path));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = endpoints.hashCode();
        hash = 31 * hash + path.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
