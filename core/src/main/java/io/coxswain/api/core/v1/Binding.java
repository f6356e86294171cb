// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** The scheduler's word that a pod goes to a node. */
public record Binding(
        @AlwaysWritten ObjectMeta metadata,
        @Required @AlwaysWritten ObjectReference target) implements Resource<Binding>, WithMetadata<Binding> {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Binding {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        target = requireNonNullElse(target, ObjectReference.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public Binding withMetadata(ObjectMeta metadata) {
        return new Binding(metadata, target);
    }

    /** This with another {@code target}. */
    public Binding withTarget(ObjectReference target) {
        return new Binding(metadata, target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Binding that && metadata.equals(that.metadata) && target.equals(that.target));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + target.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
