// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.coordination.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** A claim on a role or a sign of life, held until it isn't renewed in time. */
public record Lease(
        @AlwaysWritten ObjectMeta metadata, @AlwaysWritten LeaseSpec spec) implements Resource<Lease> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Lease> KIND = LeaseRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Lease {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, LeaseSpec.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Lease withMetadata(ObjectMeta metadata) {
        return new Lease(metadata, spec);
    }

    /** This with another {@code spec}. */
    public Lease withSpec(LeaseSpec spec) {
        return new Lease(metadata, spec);
    }
}
