// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ScaleIOVolumeSource that
                        && sslEnabled == that.sslEnabled
                        && readOnly == that.readOnly
                        && fsType.equals(that.fsType)
                        && gateway.equals(that.gateway)
                        && protectionDomain.equals(that.protectionDomain)
                        && Objects.equals(secretRef, that.secretRef)
                        && storageMode.equals(that.storageMode)
                        && storagePool.equals(that.storagePool)
                        && system.equals(that.system)
                        && volumeName.equals(that.volumeName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = fsType.hashCode();
        hash = 31 * hash + gateway.hashCode();
        hash = 31 * hash + protectionDomain.hashCode();
        hash = 31 * hash + Boolean.hashCode(readOnly);
        hash = 31 * hash + Objects.hashCode(secretRef);
        hash = 31 * hash + Boolean.hashCode(sslEnabled);
        hash = 31 * hash + storageMode.hashCode();
        hash = 31 * hash + storagePool.hashCode();
        hash = 31 * hash + system.hashCode();
        hash = 31 * hash + volumeName.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
