// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** One address for a changing set of pods. */
public record Service(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten ServiceSpec spec,
        @AlwaysWritten ServiceStatus status) implements Resource<Service> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Service> KIND = ServiceRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Service {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, ServiceSpec.EMPTY);
        status = requireNonNullElse(status, ServiceStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Service withMetadata(ObjectMeta metadata) {
        return new Service(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Service withSpec(ServiceSpec spec) {
        return new Service(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public Service withStatus(ServiceStatus status) {
        return new Service(metadata, spec, status);
    }
}
