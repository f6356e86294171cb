// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that joins a running pod to look at it; it is never restarted. */
@RecordBuilder
public record EphemeralContainer(
        @Required @AlwaysWritten String name,
        List<String> args,
        List<String> command,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<EnvVar> env,

        List<EnvFromSource> envFrom,
        String image,
        String imagePullPolicy,
        @Nullable Lifecycle lifecycle,
        @Nullable Probe livenessProbe,

        @ListMap({"containerPort", "protocol"}) @StrategicMerge(value = "merge", key = "containerPort")
        List<ContainerPort> ports,

        @Nullable Probe readinessProbe,
        List<ContainerResizePolicy> resizePolicy,
        @AlwaysWritten ResourceRequirements resources,
        @EmptyIsValue @Nullable String restartPolicy,
        @Nullable SecurityContext securityContext,
        @Nullable Probe startupProbe,
        boolean stdin,
        boolean stdinOnce,
        String targetContainerName,
        String terminationMessagePath,
        String terminationMessagePolicy,
        boolean tty,

        @ListMap("devicePath") @StrategicMerge(value = "merge", key = "devicePath")
        List<VolumeDevice> volumeDevices,

        @ListMap("mountPath") @StrategicMerge(value = "merge", key = "mountPath")
        List<VolumeMount> volumeMounts,

        String workingDir)
        implements EphemeralContainerBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public EphemeralContainer {
        name = requireNonNullElse(name, "");
        args = Ordered.list(args);
        command = Ordered.list(command);
        env = Ordered.list(env);
        envFrom = Ordered.list(envFrom);
        image = requireNonNullElse(image, "");
        imagePullPolicy = requireNonNullElse(imagePullPolicy, "");
        ports = Ordered.list(ports);
        resizePolicy = Ordered.list(resizePolicy);
        resources = requireNonNullElse(resources, ResourceRequirements.EMPTY);
        targetContainerName = requireNonNullElse(targetContainerName, "");
        terminationMessagePath = requireNonNullElse(terminationMessagePath, "");
        terminationMessagePolicy = requireNonNullElse(terminationMessagePolicy, "");
        volumeDevices = Ordered.list(volumeDevices);
        volumeMounts = Ordered.list(volumeMounts);
        workingDir = requireNonNullElse(workingDir, "");
    }
}
