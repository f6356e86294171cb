// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.resource.WithStatus;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Keeps a number of pods of one template running; usually made and scaled by a Deployment. */
public record ReplicaSet(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten ReplicaSetSpec spec,
        @AlwaysWritten ReplicaSetStatus status)
        implements Resource<ReplicaSet>, WithMetadata<ReplicaSet>, WithStatus<ReplicaSet, ReplicaSetStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<ReplicaSet> KIND = ReplicaSetRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ReplicaSet {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, ReplicaSetSpec.EMPTY);
        status = requireNonNullElse(status, ReplicaSetStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public ReplicaSet withMetadata(ObjectMeta metadata) {
        return new ReplicaSet(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public ReplicaSet withSpec(ReplicaSetSpec spec) {
        return new ReplicaSet(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public ReplicaSet withStatus(ReplicaSetStatus status) {
        return new ReplicaSet(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ReplicaSet that
                        && metadata.equals(that.metadata)
                        && spec.equals(that.spec)
                        && status.equals(that.status));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + spec.hashCode();
        hash = 31 * hash + status.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
