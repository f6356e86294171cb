// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a claim asks of a persistent volume. */
@RecordBuilder
public record PersistentVolumeClaimSpec(
        List<String> accessModes,
        @Nullable TypedLocalObjectReference dataSource,
        @Nullable TypedObjectReference dataSourceRef,
        @AlwaysWritten VolumeResourceRequirements resources,
        @Nullable LabelSelector selector,
        @EmptyIsValue @Nullable String storageClassName,
        @EmptyIsValue @Nullable String volumeAttributesClassName,
        @EmptyIsValue @Nullable String volumeMode,
        String volumeName)
        implements PersistentVolumeClaimSpecBuilder.With {
    /** Nothing is set. */
    public static final PersistentVolumeClaimSpec EMPTY = new PersistentVolumeClaimSpec(
            List.of(), null, null, VolumeResourceRequirements.EMPTY, null, null, null, null, "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PersistentVolumeClaimSpec {
        accessModes = Ordered.list(accessModes);
        resources = requireNonNullElse(resources, VolumeResourceRequirements.EMPTY);
        volumeName = requireNonNullElse(volumeName, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PersistentVolumeClaimSpec that
                        && accessModes.equals(that.accessModes)
                        && Objects.equals(dataSource, that.dataSource)
                        && Objects.equals(dataSourceRef, that.dataSourceRef)
                        && resources.equals(that.resources)
                        && Objects.equals(selector, that.selector)
                        && Objects.equals(storageClassName, that.storageClassName)
                        && Objects.equals(volumeAttributesClassName, that.volumeAttributesClassName)
                        && Objects.equals(volumeMode, that.volumeMode)
                        && volumeName.equals(that.volumeName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = accessModes.hashCode();
        hash = 31 * hash + Objects.hashCode(dataSource);
        hash = 31 * hash + Objects.hashCode(dataSourceRef);
        hash = 31 * hash + resources.hashCode();
        hash = 31 * hash + Objects.hashCode(selector);
        hash = 31 * hash + Objects.hashCode(storageClassName);
        hash = 31 * hash + Objects.hashCode(volumeAttributesClassName);
        hash = 31 * hash + Objects.hashCode(volumeMode);
        hash = 31 * hash + volumeName.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
