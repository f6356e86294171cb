// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Atomic;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectFieldSelector that
                        && apiVersion.equals(that.apiVersion)
                        && fieldPath.equals(that.fieldPath));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = apiVersion.hashCode();
        hash = 31 * hash + fieldPath.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
