// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** A volume whose claim is made for, and dies with, its pod. */
public record EphemeralVolumeSource(@Nullable PersistentVolumeClaimTemplate volumeClaimTemplate) {
    /** Nothing is set. */
    public static final EphemeralVolumeSource EMPTY = new EphemeralVolumeSource(null);

    /** This with another {@code volumeClaimTemplate}. */
    public EphemeralVolumeSource withVolumeClaimTemplate(@Nullable PersistentVolumeClaimTemplate volumeClaimTemplate) {
        return new EphemeralVolumeSource(volumeClaimTemplate);
    }
}
