// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** A volume of StorageOS. */
public record StorageOSVolumeSource(
        String fsType,
        boolean readOnly,
        @Nullable LocalObjectReference secretRef,
        String volumeName,
        String volumeNamespace) {
    /** Nothing is set. */
    public static final StorageOSVolumeSource EMPTY = new StorageOSVolumeSource("", false, null, "", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public StorageOSVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        volumeName = requireNonNullElse(volumeName, "");
        volumeNamespace = requireNonNullElse(volumeNamespace, "");
    }

    /** This with another {@code fsType}. */
    public StorageOSVolumeSource withFsType(String fsType) {
        return new StorageOSVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }

    /** This with another {@code readOnly}. */
    public StorageOSVolumeSource withReadOnly(boolean readOnly) {
        return new StorageOSVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }

    /** This with another {@code secretRef}. */
    public StorageOSVolumeSource withSecretRef(@Nullable LocalObjectReference secretRef) {
        return new StorageOSVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }

    /** This with another {@code volumeName}. */
    public StorageOSVolumeSource withVolumeName(String volumeName) {
        return new StorageOSVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }

    /** This with another {@code volumeNamespace}. */
    public StorageOSVolumeSource withVolumeNamespace(String volumeNamespace) {
        return new StorageOSVolumeSource(fsType, readOnly, secretRef, volumeName, volumeNamespace);
    }
}
