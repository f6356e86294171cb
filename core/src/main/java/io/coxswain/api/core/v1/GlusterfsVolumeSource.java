// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
