// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PersistentVolumeClaimVolumeSource that
                        && readOnly == that.readOnly
                        && claimName.equals(that.claimName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = claimName.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
