// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
