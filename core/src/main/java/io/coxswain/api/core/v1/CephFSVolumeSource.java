// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mount of the Ceph file system. */
public record CephFSVolumeSource(
        @Required List<String> monitors,
        String path,
        boolean readOnly,
        String secretFile,
        @Nullable LocalObjectReference secretRef,
        String user) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public CephFSVolumeSource {
        monitors = Ordered.list(monitors);
        path = requireNonNullElse(path, "");
        secretFile = requireNonNullElse(secretFile, "");
        user = requireNonNullElse(user, "");
    }

    /** This with another {@code monitors}. */
    public CephFSVolumeSource withMonitors(List<String> monitors) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    /** This with another {@code path}. */
    public CephFSVolumeSource withPath(String path) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    /** This with another {@code readOnly}. */
    public CephFSVolumeSource withReadOnly(boolean readOnly) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    /** This with another {@code secretFile}. */
    public CephFSVolumeSource withSecretFile(String secretFile) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    /** This with another {@code secretRef}. */
    public CephFSVolumeSource withSecretRef(@Nullable LocalObjectReference secretRef) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    /** This with another {@code user}. */
    public CephFSVolumeSource withUser(String user) {
        return new CephFSVolumeSource(monitors, path, readOnly, secretFile, secretRef, user);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CephFSVolumeSource that
                        && readOnly == that.readOnly
                        && monitors.equals(that.monitors)
                        && path.equals(that.path)
                        && secretFile.equals(that.secretFile)
                        && Objects.equals(secretRef, that.secretRef)
                        && user.equals(that.user));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = monitors.hashCode();
        hash = 31 * hash + path.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + secretFile.hashCode();
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + user.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
