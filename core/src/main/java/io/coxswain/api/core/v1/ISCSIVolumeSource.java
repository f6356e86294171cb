// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
}
