// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof StorageOSVolumeSource that
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && Objects.equals(secretRef, that.secretRef)
                        && volumeName.equals(that.volumeName)
                        && volumeNamespace.equals(that.volumeNamespace));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + volumeName.hashCode();
        hash = 31 * hash + volumeNamespace.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
