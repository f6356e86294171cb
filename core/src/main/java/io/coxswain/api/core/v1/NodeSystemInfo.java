// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/** Names and versions of a node's machine and software. */
@RecordBuilder
public record NodeSystemInfo(
        @Required @AlwaysWritten String architecture,
        @Required @AlwaysWritten String bootID,
        @Required @AlwaysWritten String containerRuntimeVersion,
        @Required @AlwaysWritten String kernelVersion,
        @Required @AlwaysWritten String kubeProxyVersion,
        @Required @AlwaysWritten String kubeletVersion,
        @Required @AlwaysWritten String machineID,
        @Required @AlwaysWritten String operatingSystem,
        @Required @AlwaysWritten String osImage,
        @Required @AlwaysWritten String systemUUID)
        implements NodeSystemInfoBuilder.With {
    /** Nothing is set. */
    public static final NodeSystemInfo EMPTY = new NodeSystemInfo("", "", "", "", "", "", "", "", "", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public NodeSystemInfo {
        architecture = requireNonNullElse(architecture, "");
        bootID = requireNonNullElse(bootID, "");
        containerRuntimeVersion = requireNonNullElse(containerRuntimeVersion, "");
        kernelVersion = requireNonNullElse(kernelVersion, "");
        kubeProxyVersion = requireNonNullElse(kubeProxyVersion, "");
        kubeletVersion = requireNonNullElse(kubeletVersion, "");
        machineID = requireNonNullElse(machineID, "");
        operatingSystem = requireNonNullElse(operatingSystem, "");
        osImage = requireNonNullElse(osImage, "");
        systemUUID = requireNonNullElse(systemUUID, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NodeSystemInfo that
                        && architecture.equals(that.architecture)
                        && bootID.equals(that.bootID)
                        && containerRuntimeVersion.equals(that.containerRuntimeVersion)
                        && kernelVersion.equals(that.kernelVersion)
                        && kubeProxyVersion.equals(that.kubeProxyVersion)
                        && kubeletVersion.equals(that.kubeletVersion)
                        && machineID.equals(that.machineID)
                        && operatingSystem.equals(that.operatingSystem)
                        && osImage.equals(that.osImage)
                        && systemUUID.equals(that.systemUUID));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = architecture.hashCode();
        hash = 31 * hash + bootID.hashCode();
        hash = 31 * hash + containerRuntimeVersion.hashCode();
        hash = 31 * hash + kernelVersion.hashCode();
        hash = 31 * hash + kubeProxyVersion.hashCode();
        hash = 31 * hash + kubeletVersion.hashCode();
        hash = 31 * hash + machineID.hashCode();
        hash = 31 * hash + operatingSystem.hashCode();
        hash = 31 * hash + osImage.hashCode();
        hash = 31 * hash + systemUUID.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
