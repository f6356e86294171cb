// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
