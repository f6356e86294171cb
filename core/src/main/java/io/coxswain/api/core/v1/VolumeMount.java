// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a container sees a volume. */
public record VolumeMount(
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String mountPath,
        @EmptyIsValue @Nullable String mountPropagation,
        boolean readOnly,
        @EmptyIsValue @Nullable String recursiveReadOnly,
        String subPath,
        String subPathExpr) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public VolumeMount {
        name = requireNonNullElse(name, "");
        mountPath = requireNonNullElse(mountPath, "");
        subPath = requireNonNullElse(subPath, "");
        subPathExpr = requireNonNullElse(subPathExpr, "");
    }

    /** This with another {@code name}. */
    public VolumeMount withName(String name) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code mountPath}. */
    public VolumeMount withMountPath(String mountPath) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code mountPropagation}. */
    public VolumeMount withMountPropagation(@Nullable String mountPropagation) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code readOnly}. */
    public VolumeMount withReadOnly(boolean readOnly) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code recursiveReadOnly}. */
    public VolumeMount withRecursiveReadOnly(@Nullable String recursiveReadOnly) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code subPath}. */
    public VolumeMount withSubPath(String subPath) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    /** This with another {@code subPathExpr}. */
    public VolumeMount withSubPathExpr(String subPathExpr) {
        return new VolumeMount(name, mountPath, mountPropagation, readOnly, recursiveReadOnly, subPath, subPathExpr);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VolumeMount that
                        && readOnly == that.readOnly
                        && name.equals(that.name)
                        && mountPath.equals(that.mountPath)
                        && Objects.equals(mountPropagation, that.mountPropagation)
                        && Objects.equals(recursiveReadOnly, that.recursiveReadOnly)
                        && subPath.equals(that.subPath)
                        && subPathExpr.equals(that.subPathExpr));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + mountPath.hashCode();
        hash = 31 * hash + Objects.hashCode(mountPropagation);
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(recursiveReadOnly);
        hash = 31 * hash + subPath.hashCode();
        hash = 31 * hash + subPathExpr.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
