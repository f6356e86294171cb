// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A persistent disk of Photon. */
public record PhotonPersistentDiskVolumeSource(
        String fsType, @Required @AlwaysWritten String pdID) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PhotonPersistentDiskVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        pdID = requireNonNullElse(pdID, "");
    }

    /** This with another {@code fsType}. */
    public PhotonPersistentDiskVolumeSource withFsType(String fsType) {
        return new PhotonPersistentDiskVolumeSource(fsType, pdID);
    }

    /** This with another {@code pdID}. */
    public PhotonPersistentDiskVolumeSource withPdID(String pdID) {
        return new PhotonPersistentDiskVolumeSource(fsType, pdID);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PhotonPersistentDiskVolumeSource that
                        && fsType.equals(that.fsType)
                        && pdID.equals(that.pdID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + pdID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
