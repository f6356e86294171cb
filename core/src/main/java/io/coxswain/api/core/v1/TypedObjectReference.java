// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names an object of some kind in some namespace. */
public record TypedObjectReference(
        @Required String kind,
        @EmptyIsValue @Nullable String namespace,
        @Required @AlwaysWritten String name,
        @EmptyIsValue @Nullable String apiGroup) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public TypedObjectReference {
        kind = requireNonNullElse(kind, "");
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code kind}. */
    public TypedObjectReference withKind(String kind) {
        return new TypedObjectReference(kind, namespace, name, apiGroup);
    }

    /** This with another {@code namespace}. */
    public TypedObjectReference withNamespace(@Nullable String namespace) {
        return new TypedObjectReference(kind, namespace, name, apiGroup);
    }

    /** This with another {@code name}. */
    public TypedObjectReference withName(String name) {
        return new TypedObjectReference(kind, namespace, name, apiGroup);
    }

    /** This with another {@code apiGroup}. */
    public TypedObjectReference withApiGroup(@Nullable String apiGroup) {
        return new TypedObjectReference(kind, namespace, name, apiGroup);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TypedObjectReference that
                        && kind.equals(that.kind)
                        && Objects.equals(namespace, that.namespace)
                        && name.equals(that.name)
                        && Objects.equals(apiGroup, that.apiGroup));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = kind.hashCode();
        hash = 31 * hash + Objects.hashCode(namespace);
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
