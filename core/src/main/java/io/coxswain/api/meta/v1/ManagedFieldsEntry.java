// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.RawJson;
import io.coxswain.value.Times;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields a manager has applied or updated. */
public record ManagedFieldsEntry(
        String apiVersion,
        String fieldsType,
        @Nullable RawJson fieldsV1,
        String manager,
        String operation,
        String subresource,
        @Nullable Instant time) {
    /** Nothing is set. */
    public static final ManagedFieldsEntry EMPTY = new ManagedFieldsEntry("", "", null, "", "", "", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ManagedFieldsEntry {
        apiVersion = requireNonNullElse(apiVersion, "");
        fieldsType = requireNonNullElse(fieldsType, "");
        manager = requireNonNullElse(manager, "");
        operation = requireNonNullElse(operation, "");
        subresource = requireNonNullElse(subresource, "");
        time = Times.seconds(time);
    }

    /** This with another {@code apiVersion}. */
    public ManagedFieldsEntry withApiVersion(String apiVersion) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code fieldsType}. */
    public ManagedFieldsEntry withFieldsType(String fieldsType) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code fieldsV1}. */
    public ManagedFieldsEntry withFieldsV1(@Nullable RawJson fieldsV1) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code manager}. */
    public ManagedFieldsEntry withManager(String manager) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code operation}. */
    public ManagedFieldsEntry withOperation(String operation) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code subresource}. */
    public ManagedFieldsEntry withSubresource(String subresource) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    /** This with another {@code time}. */
    public ManagedFieldsEntry withTime(@Nullable Instant time) {
        return new ManagedFieldsEntry(apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ManagedFieldsEntry that
                        && apiVersion.equals(that.apiVersion)
                        && fieldsType.equals(that.fieldsType)
                        && Objects.equals(fieldsV1, that.fieldsV1)
                        && manager.equals(that.manager)
                        && operation.equals(that.operation)
                        && subresource.equals(that.subresource)
                        && Objects.equals(time, that.time));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = apiVersion.hashCode();
        hash = 31 * hash + fieldsType.hashCode();
        hash = 31 * hash + Objects.hashCode(fieldsV1);
        hash = 31 * hash + manager.hashCode();
        hash = 31 * hash + operation.hashCode();
        hash = 31 * hash + subresource.hashCode();
        hash = 31 * hash + Objects.hashCode(time);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
