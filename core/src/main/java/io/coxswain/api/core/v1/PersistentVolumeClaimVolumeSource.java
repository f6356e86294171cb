// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A persistent volume, by its claim. */
public record PersistentVolumeClaimVolumeSource(
        @Required @AlwaysWritten String claimName, boolean readOnly) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PersistentVolumeClaimVolumeSource {
        claimName = requireNonNullElse(claimName, "");
    }

    /** This with another {@code claimName}. */
    public PersistentVolumeClaimVolumeSource withClaimName(String claimName) {
        return new PersistentVolumeClaimVolumeSource(claimName, readOnly);
    }

    /** This with another {@code readOnly}. */
    public PersistentVolumeClaimVolumeSource withReadOnly(boolean readOnly) {
        return new PersistentVolumeClaimVolumeSource(claimName, readOnly);
    }
}
