// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.apps.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** Keeps a number of equal pods running and rolls them from one template to the next. */
public record Deployment(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten DeploymentSpec spec,
        @AlwaysWritten DeploymentStatus status) implements Resource<Deployment> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Deployment> KIND = DeploymentRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Deployment {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, DeploymentSpec.EMPTY);
        status = requireNonNullElse(status, DeploymentStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Deployment withMetadata(ObjectMeta metadata) {
        return new Deployment(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Deployment withSpec(DeploymentSpec spec) {
        return new Deployment(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public Deployment withStatus(DeploymentStatus status) {
        return new Deployment(metadata, spec, status);
    }
}
