// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.coordination.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A claim on a role or a sign of life, held until it isn't renewed in time. */
public record Lease(
        @AlwaysWritten ObjectMeta metadata, @AlwaysWritten LeaseSpec spec)
        implements Resource<Lease>, WithMetadata<Lease> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Lease> KIND = LeaseRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Lease {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, LeaseSpec.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public Lease withMetadata(ObjectMeta metadata) {
        return new Lease(metadata, spec);
    }

    /** This with another {@code spec}. */
    public Lease withSpec(LeaseSpec spec) {
        return new Lease(metadata, spec);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Lease that && metadata.equals(that.metadata) && spec.equals(that.spec));
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
