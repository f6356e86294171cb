// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FlexVolumeSource that
                        && readOnly == that.readOnly
                        && driver.equals(that.driver)
                        && fsType.equals(that.fsType)
                        && options.equals(that.options)
                        && Objects.equals(secretRef, that.secretRef));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = driver.hashCode();
        hash = 31 * hash + fsType.hashCode();
        hash = 31 * hash + options.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
