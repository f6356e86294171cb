// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.schema.Atomic;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Names an object of any kind, or a part of one. */
@Atomic
public record ObjectReference(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        String fieldPath,
        String resourceVersion,
        String uid) {
    /** Nothing is set. */
    public static final ObjectReference EMPTY = new ObjectReference("", "", "", "", "", "", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ObjectReference {
        apiVersion = requireNonNullElse(apiVersion, "");
        kind = requireNonNullElse(kind, "");
        namespace = requireNonNullElse(namespace, "");
        name = requireNonNullElse(name, "");
        fieldPath = requireNonNullElse(fieldPath, "");
        resourceVersion = requireNonNullElse(resourceVersion, "");
        uid = requireNonNullElse(uid, "");
    }

    /** Names an object by its kind and metadata. */
    public static ObjectReference of(String apiVersion, String kind, ObjectMeta metadata) {
        return EMPTY.withApiVersion(apiVersion)
                .withKind(kind)
                .withNamespace(metadata.namespace())
                .withName(metadata.name())
                .withUid(metadata.uid());
    }

    /** This with another {@code apiVersion}. */
    public ObjectReference withApiVersion(String apiVersion) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code kind}. */
    public ObjectReference withKind(String kind) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code namespace}. */
    public ObjectReference withNamespace(String namespace) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code name}. */
    public ObjectReference withName(String name) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code fieldPath}. */
    public ObjectReference withFieldPath(String fieldPath) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code resourceVersion}. */
    public ObjectReference withResourceVersion(String resourceVersion) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    /** This with another {@code uid}. */
    public ObjectReference withUid(String uid) {
        return new ObjectReference(apiVersion, kind, namespace, name, fieldPath, resourceVersion, uid);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectReference that
                        && apiVersion.equals(that.apiVersion)
                        && kind.equals(that.kind)
                        && namespace.equals(that.namespace)
                        && name.equals(that.name)
                        && fieldPath.equals(that.fieldPath)
                        && resourceVersion.equals(that.resourceVersion)
                        && uid.equals(that.uid));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = apiVersion.hashCode();
        hash = 31 * hash + kind.hashCode();
        hash = 31 * hash + namespace.hashCode();
        hash = 31 * hash + name.hashCode();
        hash = 31 * hash + fieldPath.hashCode();
        hash = 31 * hash + resourceVersion.hashCode();
        hash = 31 * hash + uid.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
