// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A volume of Fibre Channel. */
public record FCVolumeSource(
        String fsType, @Nullable Integer lun, boolean readOnly, List<String> targetWWNs, List<String> wwids) {
    /** Nothing is set. */
    public static final FCVolumeSource EMPTY = new FCVolumeSource("", null, false, List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public FCVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        targetWWNs = Ordered.list(targetWWNs);
        wwids = Ordered.list(wwids);
    }

    /** This with another {@code fsType}. */
    public FCVolumeSource withFsType(String fsType) {
        return new FCVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }

    /** This with another {@code lun}. */
    public FCVolumeSource withLun(@Nullable Integer lun) {
        return new FCVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }

    /** This with another {@code readOnly}. */
    public FCVolumeSource withReadOnly(boolean readOnly) {
        return new FCVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }

    /** This with another {@code targetWWNs}. */
    public FCVolumeSource withTargetWWNs(List<String> targetWWNs) {
        return new FCVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }

    /** This with another {@code wwids}. */
    public FCVolumeSource withWwids(List<String> wwids) {
        return new FCVolumeSource(fsType, lun, readOnly, targetWWNs, wwids);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FCVolumeSource that
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && Objects.equals(lun, that.lun)
                        && targetWWNs.equals(that.targetWWNs)
                        && wwids.equals(that.wwids));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + Objects.hashCode(lun);
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + targetWWNs.hashCode();
        hash = 31 * hash + wwids.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
