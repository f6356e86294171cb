// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;

/** A field of the pod, by its path. */
@Atomic
public record ObjectFieldSelector(
        String apiVersion, @Required @AlwaysWritten String fieldPath) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ObjectFieldSelector {
        apiVersion = requireNonNullElse(apiVersion, "");
        fieldPath = requireNonNullElse(fieldPath, "");
    }

    /** This with another {@code apiVersion}. */
    public ObjectFieldSelector withApiVersion(String apiVersion) {
        return new ObjectFieldSelector(apiVersion, fieldPath);
    }

    /** This with another {@code fieldPath}. */
    public ObjectFieldSelector withFieldPath(String fieldPath) {
        return new ObjectFieldSelector(apiVersion, fieldPath);
    }
}
