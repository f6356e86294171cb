// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import org.jspecify.annotations.Nullable;

/** The object for which another one exists; when the last owner goes, so does the dependent. */
@Atomic
public record OwnerReference(
        @Required String apiVersion,
        @Required String kind,
        @Required @AlwaysWritten String name,
        @Nullable Boolean blockOwnerDeletion,
        @Nullable Boolean controller,
        @Required @AlwaysWritten String uid) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public OwnerReference {
        apiVersion = requireNonNullElse(apiVersion, "");
        kind = requireNonNullElse(kind, "");
        name = requireNonNullElse(name, "");
        uid = requireNonNullElse(uid, "");
    }

    /** Whether the owner controls the object; at most one of an object's owners does. */
    public boolean isController() {
        return Boolean.TRUE.equals(controller);
    }

    /** This with another {@code apiVersion}. */
    public OwnerReference withApiVersion(String apiVersion) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }

    /** This with another {@code kind}. */
    public OwnerReference withKind(String kind) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }

    /** This with another {@code name}. */
    public OwnerReference withName(String name) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }

    /** This with another {@code blockOwnerDeletion}. */
    public OwnerReference withBlockOwnerDeletion(@Nullable Boolean blockOwnerDeletion) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }

    /** This with another {@code controller}. */
    public OwnerReference withController(@Nullable Boolean controller) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }

    /** This with another {@code uid}. */
    public OwnerReference withUid(String uid) {
        return new OwnerReference(apiVersion, kind, name, blockOwnerDeletion, controller, uid);
    }
}
