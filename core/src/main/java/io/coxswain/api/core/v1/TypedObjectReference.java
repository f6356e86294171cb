// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
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
}
