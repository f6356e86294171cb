// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DownwardAPIVolumeFile that
                        && Objects.equals(fieldRef, that.fieldRef)
                        && Objects.equals(mode, that.mode)
                        && path.equals(that.path)
                        && Objects.equals(resourceFieldRef, that.resourceFieldRef));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(fieldRef);
        hash = 31 * hash + Objects.hashCode(mode);
        hash = 31 * hash + path.hashCode();
        hash = 31 * hash + Objects.hashCode(resourceFieldRef);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
