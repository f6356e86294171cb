// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A volume of OpenStack Cinder. */
public record CinderVolumeSource(
        String fsType,
        boolean readOnly,
        @Nullable LocalObjectReference secretRef,
        @Required @AlwaysWritten String volumeID) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public CinderVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        volumeID = requireNonNullElse(volumeID, "");
    }

    /** This with another {@code fsType}. */
    public CinderVolumeSource withFsType(String fsType) {
        return new CinderVolumeSource(fsType, readOnly, secretRef, volumeID);
    }

    /** This with another {@code readOnly}. */
    public CinderVolumeSource withReadOnly(boolean readOnly) {
        return new CinderVolumeSource(fsType, readOnly, secretRef, volumeID);
    }

    /** This with another {@code secretRef}. */
    public CinderVolumeSource withSecretRef(@Nullable LocalObjectReference secretRef) {
        return new CinderVolumeSource(fsType, readOnly, secretRef, volumeID);
    }

    /** This with another {@code volumeID}. */
    public CinderVolumeSource withVolumeID(String volumeID) {
        return new CinderVolumeSource(fsType, readOnly, secretRef, volumeID);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CinderVolumeSource that
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && Objects.equals(secretRef, that.secretRef)
                        && volumeID.equals(that.volumeID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + volumeID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
