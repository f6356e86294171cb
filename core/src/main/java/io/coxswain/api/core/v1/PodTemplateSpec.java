// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** From which a controller makes pods. */
public record PodTemplateSpec(
        @AlwaysWritten ObjectMeta metadata, @AlwaysWritten PodSpec spec) {
    /** Nothing is set. */
    public static final PodTemplateSpec EMPTY = new PodTemplateSpec(ObjectMeta.EMPTY, PodSpec.EMPTY);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodTemplateSpec {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, PodSpec.EMPTY);
    }

    /** This with another {@code metadata}. */
    public PodTemplateSpec withMetadata(ObjectMeta metadata) {
        return new PodTemplateSpec(metadata, spec);
    }

    /** This with another {@code spec}. */
    public PodTemplateSpec withSpec(PodSpec spec) {
        return new PodTemplateSpec(metadata, spec);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodTemplateSpec that && metadata.equals(that.metadata) && spec.equals(that.spec));
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
