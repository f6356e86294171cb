// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** One or more containers that run together on a node and share an address. */
public record Pod(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten PodSpec spec,
        @AlwaysWritten PodStatus status) implements Resource<Pod> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Pod> KIND = PodRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Pod {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, PodSpec.EMPTY);
        status = requireNonNullElse(status, PodStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Pod withMetadata(ObjectMeta metadata) {
        return new Pod(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Pod withSpec(PodSpec spec) {
        return new Pod(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public Pod withStatus(PodStatus status) {
        return new Pod(metadata, spec, status);
    }
}
