// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** A scope for names. */
public record Namespace(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten NamespaceSpec spec,
        @AlwaysWritten NamespaceStatus status) implements Resource<Namespace> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Namespace> KIND = NamespaceRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Namespace {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, NamespaceSpec.EMPTY);
        status = requireNonNullElse(status, NamespaceStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Namespace withMetadata(ObjectMeta metadata) {
        return new Namespace(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Namespace withSpec(NamespaceSpec spec) {
        return new Namespace(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public Namespace withStatus(NamespaceStatus status) {
        return new Namespace(metadata, spec, status);
    }
}
