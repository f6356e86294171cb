// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** From which the claim of an ephemeral volume is made. */
public record PersistentVolumeClaimTemplate(
        @AlwaysWritten ObjectMeta metadata,
        @Required @AlwaysWritten PersistentVolumeClaimSpec spec) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PersistentVolumeClaimTemplate {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, PersistentVolumeClaimSpec.EMPTY);
    }

    /** This with another {@code metadata}. */
    public PersistentVolumeClaimTemplate withMetadata(ObjectMeta metadata) {
        return new PersistentVolumeClaimTemplate(metadata, spec);
    }

    /** This with another {@code spec}. */
    public PersistentVolumeClaimTemplate withSpec(PersistentVolumeClaimSpec spec) {
        return new PersistentVolumeClaimTemplate(metadata, spec);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PersistentVolumeClaimTemplate that
                        && metadata.equals(that.metadata)
                        && spec.equals(that.spec));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + spec.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
