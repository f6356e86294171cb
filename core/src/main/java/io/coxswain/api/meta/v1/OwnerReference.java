// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
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

    /** The owner that controls an object, by the owner's kind and metadata; it is deleted in the foreground only after it. */
    public static OwnerReference controlling(String apiVersion, String kind, ObjectMeta owner) {
        return new OwnerReference(apiVersion, kind, owner.name(), true, true, owner.uid());
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OwnerReference that
                        && apiVersion.equals(that.apiVersion)
                        && kind.equals(that.kind)
                        && name.equals(that.name)
                        && Objects.equals(blockOwnerDeletion, that.blockOwnerDeletion)
                        && Objects.equals(controller, that.controller)
                        && uid.equals(that.uid));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = apiVersion.hashCode();
        hash = 31 * hash + kind.hashCode();
        hash = 31 * hash + name.hashCode();
        hash = 31 * hash + Objects.hashCode(blockOwnerDeletion);
        hash = 31 * hash + Objects.hashCode(controller);
        hash = 31 * hash + uid.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
