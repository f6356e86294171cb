// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A data disk of Azure. */
public record AzureDiskVolumeSource(
        String kind,
        @EmptyIsValue @Nullable String cachingMode,
        @Required @AlwaysWritten String diskName,
        @Required @AlwaysWritten String diskURI,
        @EmptyIsValue @Nullable String fsType,
        @Nullable Boolean readOnly) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public AzureDiskVolumeSource {
        kind = requireNonNullElse(kind, "");
        diskName = requireNonNullElse(diskName, "");
        diskURI = requireNonNullElse(diskURI, "");
    }

    /** This with another {@code kind}. */
    public AzureDiskVolumeSource withKind(String kind) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    /** This with another {@code cachingMode}. */
    public AzureDiskVolumeSource withCachingMode(@Nullable String cachingMode) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    /** This with another {@code diskName}. */
    public AzureDiskVolumeSource withDiskName(String diskName) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    /** This with another {@code diskURI}. */
    public AzureDiskVolumeSource withDiskURI(String diskURI) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    /** This with another {@code fsType}. */
    public AzureDiskVolumeSource withFsType(@Nullable String fsType) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    /** This with another {@code readOnly}. */
    public AzureDiskVolumeSource withReadOnly(@Nullable Boolean readOnly) {
        return new AzureDiskVolumeSource(kind, cachingMode, diskName, diskURI, fsType, readOnly);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AzureDiskVolumeSource that
                        && kind.equals(that.kind)
                        && Objects.equals(cachingMode, that.cachingMode)
                        && diskName.equals(that.diskName)
                        && diskURI.equals(that.diskURI)
                        && Objects.equals(fsType, that.fsType)
                        && Objects.equals(readOnly, that.readOnly));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = kind.hashCode();
        hash = 31 * hash + Objects.hashCode(cachingMode);
        hash = 31 * hash + diskName.hashCode();
        hash = 31 * hash + diskURI.hashCode();
        hash = 31 * hash + Objects.hashCode(fsType);
        hash = 31 * hash + Objects.hashCode(readOnly);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
