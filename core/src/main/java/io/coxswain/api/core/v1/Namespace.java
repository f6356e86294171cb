// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.resource.WithStatus;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A scope for names. */
public record Namespace(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten NamespaceSpec spec,
        @AlwaysWritten NamespaceStatus status)
        implements Resource<Namespace>, WithMetadata<Namespace>, WithStatus<Namespace, NamespaceStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Namespace> KIND = NamespaceRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Namespace {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, NamespaceSpec.EMPTY);
        status = requireNonNullElse(status, NamespaceStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public Namespace withMetadata(ObjectMeta metadata) {
        return new Namespace(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Namespace withSpec(NamespaceSpec spec) {
        return new Namespace(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public Namespace withStatus(NamespaceStatus status) {
        return new Namespace(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Namespace that
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
