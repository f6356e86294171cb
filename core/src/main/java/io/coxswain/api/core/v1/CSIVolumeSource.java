// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ephemeral volume from a CSI driver. */
public record CSIVolumeSource(
        @Required @AlwaysWritten String driver,
        @EmptyIsValue @Nullable String fsType,
        @Nullable LocalObjectReference nodePublishSecretRef,
        @Nullable Boolean readOnly,
        Map<String, String> volumeAttributes) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public CSIVolumeSource {
        driver = requireNonNullElse(driver, "");
        volumeAttributes = Ordered.map(volumeAttributes);
    }

    /** This with another {@code driver}. */
    public CSIVolumeSource withDriver(String driver) {
        return new CSIVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }

    /** This with another {@code fsType}. */
    public CSIVolumeSource withFsType(@Nullable String fsType) {
        return new CSIVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }

    /** This with another {@code nodePublishSecretRef}. */
    public CSIVolumeSource withNodePublishSecretRef(@Nullable LocalObjectReference nodePublishSecretRef) {
        return new CSIVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }

    /** This with another {@code readOnly}. */
    public CSIVolumeSource withReadOnly(@Nullable Boolean readOnly) {
        return new CSIVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }

    /** This with another {@code volumeAttributes}. */
    public CSIVolumeSource withVolumeAttributes(Map<String, String> volumeAttributes) {
        return new CSIVolumeSource(driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CSIVolumeSource that
                        && driver.equals(that.driver)
                        && Objects.equals(fsType, that.fsType)
                        && Objects.equals(nodePublishSecretRef, that.nodePublishSecretRef)
                        && Objects.equals(readOnly, that.readOnly)
                        && volumeAttributes.equals(that.volumeAttributes));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = driver.hashCode();
        hash = 31 * hash + Objects.hashCode(fsType);
        hash = 31 * hash + Objects.hashCode(nodePublishSecretRef);
        hash = 31 * hash + Objects.hashCode(readOnly);
        hash = 31 * hash + volumeAttributes.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
