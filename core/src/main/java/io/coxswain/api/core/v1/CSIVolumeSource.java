// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.Map;
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
}
