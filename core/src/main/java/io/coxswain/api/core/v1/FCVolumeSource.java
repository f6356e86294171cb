// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Ordered;
import java.util.List;
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
}
