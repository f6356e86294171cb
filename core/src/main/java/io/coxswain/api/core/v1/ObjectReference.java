// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;

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
}
