// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

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
}
