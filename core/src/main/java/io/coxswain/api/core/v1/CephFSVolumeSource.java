// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.List;
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
}
