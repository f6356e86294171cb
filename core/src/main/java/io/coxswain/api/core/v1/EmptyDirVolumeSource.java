// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.Quantity;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EmptyDirVolumeSource that
                        && medium.equals(that.medium)
                        && Objects.equals(sizeLimit, that.sizeLimit));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = medium.hashCode();
        hash = 31 * hash + Objects.hashCode(sizeLimit);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
