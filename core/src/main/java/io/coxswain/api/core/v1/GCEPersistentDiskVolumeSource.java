// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A persistent disk of Google Compute Engine. */
public record GCEPersistentDiskVolumeSource(
        String fsType,
        int partition,
        @Required @AlwaysWritten String pdName,
        boolean readOnly) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public GCEPersistentDiskVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        pdName = requireNonNullElse(pdName, "");
    }

    /** This with another {@code fsType}. */
    public GCEPersistentDiskVolumeSource withFsType(String fsType) {
        return new GCEPersistentDiskVolumeSource(fsType, partition, pdName, readOnly);
    }

    /** This with another {@code partition}. */
    public GCEPersistentDiskVolumeSource withPartition(int partition) {
        return new GCEPersistentDiskVolumeSource(fsType, partition, pdName, readOnly);
    }

    /** This with another {@code pdName}. */
    public GCEPersistentDiskVolumeSource withPdName(String pdName) {
        return new GCEPersistentDiskVolumeSource(fsType, partition, pdName, readOnly);
    }

    /** This with another {@code readOnly}. */
    public GCEPersistentDiskVolumeSource withReadOnly(boolean readOnly) {
        return new GCEPersistentDiskVolumeSource(fsType, partition, pdName, readOnly);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof GCEPersistentDiskVolumeSource that
                        && readOnly == that.readOnly
                        && partition == that.partition
                        && fsType.equals(that.fsType)
                        && pdName.equals(that.pdName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Integer.hashCode(partition);
        hash = 31 * hash + pdName.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
