// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A virtual disk of vSphere. */
public record VsphereVirtualDiskVolumeSource(
        String fsType,
        String storagePolicyID,
        String storagePolicyName,
        @Required @AlwaysWritten String volumePath) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public VsphereVirtualDiskVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        storagePolicyID = requireNonNullElse(storagePolicyID, "");
        storagePolicyName = requireNonNullElse(storagePolicyName, "");
        volumePath = requireNonNullElse(volumePath, "");
    }

    /** This with another {@code fsType}. */
    public VsphereVirtualDiskVolumeSource withFsType(String fsType) {
        return new VsphereVirtualDiskVolumeSource(fsType, storagePolicyID, storagePolicyName, volumePath);
    }

    /** This with another {@code storagePolicyID}. */
    public VsphereVirtualDiskVolumeSource withStoragePolicyID(String storagePolicyID) {
        return new VsphereVirtualDiskVolumeSource(fsType, storagePolicyID, storagePolicyName, volumePath);
    }

    /** This with another {@code storagePolicyName}. */
    public VsphereVirtualDiskVolumeSource withStoragePolicyName(String storagePolicyName) {
        return new VsphereVirtualDiskVolumeSource(fsType, storagePolicyID, storagePolicyName, volumePath);
    }

    /** This with another {@code volumePath}. */
    public VsphereVirtualDiskVolumeSource withVolumePath(String volumePath) {
        return new VsphereVirtualDiskVolumeSource(fsType, storagePolicyID, storagePolicyName, volumePath);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VsphereVirtualDiskVolumeSource that
                        && fsType.equals(that.fsType)
                        && storagePolicyID.equals(that.storagePolicyID)
                        && storagePolicyName.equals(that.storagePolicyName)
                        && volumePath.equals(that.volumePath));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + storagePolicyID.hashCode();
        hash = 31 * hash + storagePolicyName.hashCode();
        hash = 31 * hash + volumePath.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
