// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.soabase.recordbuilder.core.RecordBuilder;

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
}
