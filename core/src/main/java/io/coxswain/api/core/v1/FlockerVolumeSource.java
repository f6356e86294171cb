// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
