// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A volume of an exec based driver. */
public record FlexVolumeSource(
        @Required @AlwaysWritten String driver,
        String fsType,
        Map<String, String> options,
        boolean readOnly,
        @Nullable LocalObjectReference secretRef) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public FlexVolumeSource {
        driver = requireNonNullElse(driver, "");
        fsType = requireNonNullElse(fsType, "");
        options = Ordered.map(options);
    }

    /** This with another {@code driver}. */
    public FlexVolumeSource withDriver(String driver) {
        return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }

    /** This with another {@code fsType}. */
    public FlexVolumeSource withFsType(String fsType) {
        return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }

    /** This with another {@code options}. */
    public FlexVolumeSource withOptions(Map<String, String> options) {
        return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }

    /** This with another {@code readOnly}. */
    public FlexVolumeSource withReadOnly(boolean readOnly) {
        return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }

    /** This with another {@code secretRef}. */
    public FlexVolumeSource withSecretRef(@Nullable LocalObjectReference secretRef) {
        return new FlexVolumeSource(driver, fsType, options, readOnly, secretRef);
    }
}
