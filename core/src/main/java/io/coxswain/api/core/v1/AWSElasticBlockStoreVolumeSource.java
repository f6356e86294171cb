// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A disk of AWS EBS. */
public record AWSElasticBlockStoreVolumeSource(
        String fsType,
        int partition,
        boolean readOnly,
        @Required @AlwaysWritten String volumeID) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public AWSElasticBlockStoreVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        volumeID = requireNonNullElse(volumeID, "");
    }

    /** This with another {@code fsType}. */
    public AWSElasticBlockStoreVolumeSource withFsType(String fsType) {
        return new AWSElasticBlockStoreVolumeSource(fsType, partition, readOnly, volumeID);
    }

    /** This with another {@code partition}. */
    public AWSElasticBlockStoreVolumeSource withPartition(int partition) {
        return new AWSElasticBlockStoreVolumeSource(fsType, partition, readOnly, volumeID);
    }

    /** This with another {@code readOnly}. */
    public AWSElasticBlockStoreVolumeSource withReadOnly(boolean readOnly) {
        return new AWSElasticBlockStoreVolumeSource(fsType, partition, readOnly, volumeID);
    }

    /** This with another {@code volumeID}. */
    public AWSElasticBlockStoreVolumeSource withVolumeID(String volumeID) {
        return new AWSElasticBlockStoreVolumeSource(fsType, partition, readOnly, volumeID);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AWSElasticBlockStoreVolumeSource that
                        && readOnly == that.readOnly
                        && partition == that.partition
                        && fsType.equals(that.fsType)
                        && volumeID.equals(that.volumeID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Integer.hashCode(partition);
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
