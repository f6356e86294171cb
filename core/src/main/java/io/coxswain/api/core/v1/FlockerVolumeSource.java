// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A volume of Flocker. */
public record FlockerVolumeSource(String datasetName, String datasetUUID) {
    /** Nothing is set. */
    public static final FlockerVolumeSource EMPTY = new FlockerVolumeSource("", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public FlockerVolumeSource {
        datasetName = requireNonNullElse(datasetName, "");
        datasetUUID = requireNonNullElse(datasetUUID, "");
    }

    /** This with another {@code datasetName}. */
    public FlockerVolumeSource withDatasetName(String datasetName) {
        return new FlockerVolumeSource(datasetName, datasetUUID);
    }

    /** This with another {@code datasetUUID}. */
    public FlockerVolumeSource withDatasetUUID(String datasetUUID) {
        return new FlockerVolumeSource(datasetName, datasetUUID);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FlockerVolumeSource that
                        && datasetName.equals(that.datasetName)
                        && datasetUUID.equals(that.datasetUUID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = datasetName.hashCode();
        hash = 31 * hash + datasetUUID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
