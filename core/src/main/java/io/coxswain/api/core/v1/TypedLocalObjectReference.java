// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names an object of some kind in the same namespace. */
@Atomic
public record TypedLocalObjectReference(
        @Required String kind,
        @Required @AlwaysWritten String name,
        @EmptyIsValue @Nullable String apiGroup) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public TypedLocalObjectReference {
        kind = requireNonNullElse(kind, "");
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code kind}. */
    public TypedLocalObjectReference withKind(String kind) {
        return new TypedLocalObjectReference(kind, name, apiGroup);
    }

    /** This with another {@code name}. */
    public TypedLocalObjectReference withName(String name) {
        return new TypedLocalObjectReference(kind, name, apiGroup);
    }

    /** This with another {@code apiGroup}. */
    public TypedLocalObjectReference withApiGroup(@Nullable String apiGroup) {
        return new TypedLocalObjectReference(kind, name, apiGroup);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TypedLocalObjectReference that
                        && kind.equals(that.kind)
                        && name.equals(that.name)
                        && Objects.equals(apiGroup, that.apiGroup));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = kind.hashCode();
        hash = 31 * hash + name.hashCode();
        hash = 31 * hash + Objects.hashCode(apiGroup);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
