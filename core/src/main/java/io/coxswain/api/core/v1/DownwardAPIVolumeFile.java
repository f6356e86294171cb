// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import org.jspecify.annotations.Nullable;

/** A file that holds a field of the pod or a resource of a container. */
public record DownwardAPIVolumeFile(
        @Nullable ObjectFieldSelector fieldRef,
        @Nullable Integer mode,
        @Required @AlwaysWritten String path,
        @Nullable ResourceFieldSelector resourceFieldRef) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DownwardAPIVolumeFile {
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code fieldRef}. */
    public DownwardAPIVolumeFile withFieldRef(@Nullable ObjectFieldSelector fieldRef) {
        return new DownwardAPIVolumeFile(fieldRef, mode, path, resourceFieldRef);
    }

    /** This with another {@code mode}. */
    public DownwardAPIVolumeFile withMode(@Nullable Integer mode) {
        return new DownwardAPIVolumeFile(fieldRef, mode, path, resourceFieldRef);
    }

    /** This with another {@code path}. */
    public DownwardAPIVolumeFile withPath(String path) {
        return new DownwardAPIVolumeFile(fieldRef, mode, path, resourceFieldRef);
    }

    /** This with another {@code resourceFieldRef}. */
    public DownwardAPIVolumeFile withResourceFieldRef(@Nullable ResourceFieldSelector resourceFieldRef) {
        return new DownwardAPIVolumeFile(fieldRef, mode, path, resourceFieldRef);
    }
}
