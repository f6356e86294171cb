// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a container's volume was mounted. */
public record VolumeMountStatus(
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String mountPath,
        boolean readOnly,
        @EmptyIsValue @Nullable String recursiveReadOnly) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public VolumeMountStatus {
        name = requireNonNullElse(name, "");
        mountPath = requireNonNullElse(mountPath, "");
    }

    /** This with another {@code name}. */
    public VolumeMountStatus withName(String name) {
        return new VolumeMountStatus(name, mountPath, readOnly, recursiveReadOnly);
    }

    /** This with another {@code mountPath}. */
    public VolumeMountStatus withMountPath(String mountPath) {
        return new VolumeMountStatus(name, mountPath, readOnly, recursiveReadOnly);
    }

    /** This with another {@code readOnly}. */
    public VolumeMountStatus withReadOnly(boolean readOnly) {
        return new VolumeMountStatus(name, mountPath, readOnly, recursiveReadOnly);
    }

    /** This with another {@code recursiveReadOnly}. */
    public VolumeMountStatus withRecursiveReadOnly(@Nullable String recursiveReadOnly) {
        return new VolumeMountStatus(name, mountPath, readOnly, recursiveReadOnly);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VolumeMountStatus that
                        && readOnly == that.readOnly
                        && name.equals(that.name)
                        && mountPath.equals(that.mountPath)
                        && Objects.equals(recursiveReadOnly, that.recursiveReadOnly));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + mountPath.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(recursiveReadOnly);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
