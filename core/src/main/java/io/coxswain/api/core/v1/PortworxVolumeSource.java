// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A volume of Portworx. */
public record PortworxVolumeSource(
        String fsType,
        boolean readOnly,
        @Required @AlwaysWritten String volumeID) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PortworxVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        volumeID = requireNonNullElse(volumeID, "");
    }

    /** This with another {@code fsType}. */
    public PortworxVolumeSource withFsType(String fsType) {
        return new PortworxVolumeSource(fsType, readOnly, volumeID);
    }

    /** This with another {@code readOnly}. */
    public PortworxVolumeSource withReadOnly(boolean readOnly) {
        return new PortworxVolumeSource(fsType, readOnly, volumeID);
    }

    /** This with another {@code volumeID}. */
    public PortworxVolumeSource withVolumeID(String volumeID) {
        return new PortworxVolumeSource(fsType, readOnly, volumeID);
    }
}
