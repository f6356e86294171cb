// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** Keeps a number of pods of one template running; usually made and scaled by a Deployment. */
public record ReplicaSet(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten ReplicaSetSpec spec,
        @AlwaysWritten ReplicaSetStatus status) implements Resource<ReplicaSet> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<ReplicaSet> KIND = ReplicaSetRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ReplicaSet {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, ReplicaSetSpec.EMPTY);
        status = requireNonNullElse(status, ReplicaSetStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public ReplicaSet withMetadata(ObjectMeta metadata) {
        return new ReplicaSet(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public ReplicaSet withSpec(ReplicaSetSpec spec) {
        return new ReplicaSet(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public ReplicaSet withStatus(ReplicaSetStatus status) {
        return new ReplicaSet(metadata, spec, status);
    }
}
