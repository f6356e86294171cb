// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A disk of ISCSI. */
@RecordBuilder
public record ISCSIVolumeSource(
        boolean chapAuthDiscovery,
        boolean chapAuthSession,
        String fsType,
        @EmptyIsValue @Nullable String initiatorName,
        @Required @AlwaysWritten String iqn,
        String iscsiInterface,
        @Required @AlwaysWritten int lun,
        List<String> portals,
        boolean readOnly,
        @Nullable LocalObjectReference secretRef,
        @Required @AlwaysWritten String targetPortal)
        implements ISCSIVolumeSourceBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ISCSIVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        iqn = requireNonNullElse(iqn, "");
        iscsiInterface = requireNonNullElse(iscsiInterface, "");
        portals = Ordered.list(portals);
        targetPortal = requireNonNullElse(targetPortal, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ISCSIVolumeSource that
                        && readOnly == that.readOnly
                        && lun == that.lun
                        && chapAuthSession == that.chapAuthSession
                        && chapAuthDiscovery == that.chapAuthDiscovery
                        && fsType.equals(that.fsType)
                        && Objects.equals(initiatorName, that.initiatorName)
                        && iqn.equals(that.iqn)
                        && iscsiInterface.equals(that.iscsiInterface)
                        && portals.equals(that.portals)
                        && Objects.equals(secretRef, that.secretRef)
                        && targetPortal.equals(that.targetPortal));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Boolean.hashCode(chapAuthDiscovery);
        hash = 31 * hash + Boolean.hashCode(chapAuthSession);
        hash = 31 * hash + fsType.hashCode();
        hash = 31 * hash + Objects.hashCode(initiatorName);
        hash = 31 * hash + iqn.hashCode();
        hash = 31 * hash + iscsiInterface.hashCode();
        hash = 31 * hash + Integer.hashCode(lun);
        hash = 31 * hash + portals.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + targetPortal.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
