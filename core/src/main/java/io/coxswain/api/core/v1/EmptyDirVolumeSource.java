// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Quantity;
import org.jspecify.annotations.Nullable;

/** A folder that lives as long as its pod. */
public record EmptyDirVolumeSource(String medium, @Nullable Quantity sizeLimit) {
    /** Nothing is set. */
    public static final EmptyDirVolumeSource EMPTY = new EmptyDirVolumeSource("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EmptyDirVolumeSource {
        medium = requireNonNullElse(medium, "");
    }

    /** This with another {@code medium}. */
    public EmptyDirVolumeSource withMedium(String medium) {
        return new EmptyDirVolumeSource(medium, sizeLimit);
    }

    /** This with another {@code sizeLimit}. */
    public EmptyDirVolumeSource withSizeLimit(@Nullable Quantity sizeLimit) {
        return new EmptyDirVolumeSource(medium, sizeLimit);
    }
}
