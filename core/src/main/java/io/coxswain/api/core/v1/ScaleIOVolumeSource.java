// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/** A volume of ScaleIO. */
@RecordBuilder
public record ScaleIOVolumeSource(
        String fsType,
        @Required @AlwaysWritten String gateway,
        String protectionDomain,
        boolean readOnly,
        @Required @Nullable LocalObjectReference secretRef,
        boolean sslEnabled,
        String storageMode,
        String storagePool,
        @Required @AlwaysWritten String system,
        String volumeName)
        implements ScaleIOVolumeSourceBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ScaleIOVolumeSource {
        fsType = requireNonNullElse(fsType, "");
        gateway = requireNonNullElse(gateway, "");
        protectionDomain = requireNonNullElse(protectionDomain, "");
        storageMode = requireNonNullElse(storageMode, "");
        storagePool = requireNonNullElse(storagePool, "");
        system = requireNonNullElse(system, "");
        volumeName = requireNonNullElse(volumeName, "");
    }
}
