// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PortworxVolumeSource that
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && volumeID.equals(that.volumeID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + volumeID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
