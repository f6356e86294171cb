// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A volume whose claim is made for, and dies with, its pod. */
public record EphemeralVolumeSource(@Nullable PersistentVolumeClaimTemplate volumeClaimTemplate) {
    /** Nothing is set. */
    public static final EphemeralVolumeSource EMPTY = new EphemeralVolumeSource(null);

    /** This with another {@code volumeClaimTemplate}. */
    public EphemeralVolumeSource withVolumeClaimTemplate(@Nullable PersistentVolumeClaimTemplate volumeClaimTemplate) {
        return new EphemeralVolumeSource(volumeClaimTemplate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EphemeralVolumeSource that
                        && Objects.equals(volumeClaimTemplate, that.volumeClaimTemplate));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(volumeClaimTemplate);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
