// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EphemeralContainer that
                        && tty == that.tty
                        && stdinOnce == that.stdinOnce
                        && stdin == that.stdin
                        && name.equals(that.name)
                        && args.equals(that.args)
                        && command.equals(that.command)
                        && env.equals(that.env)
                        && envFrom.equals(that.envFrom)
                        && image.equals(that.image)
                        && imagePullPolicy.equals(that.imagePullPolicy)
                        && Objects.equals(lifecycle, that.lifecycle)
                        && Objects.equals(livenessProbe, that.livenessProbe)
                        && ports.equals(that.ports)
                        && Objects.equals(readinessProbe, that.readinessProbe)
                        && resizePolicy.equals(that.resizePolicy)
                        && resources.equals(that.resources)
                        && Objects.equals(restartPolicy, that.restartPolicy)
                        && Objects.equals(securityContext, that.securityContext)
                        && Objects.equals(startupProbe, that.startupProbe)
                        && targetContainerName.equals(that.targetContainerName)
                        && terminationMessagePath.equals(that.terminationMessagePath)
                        && terminationMessagePolicy.equals(that.terminationMessagePolicy)
                        && volumeDevices.equals(that.volumeDevices)
                        && volumeMounts.equals(that.volumeMounts)
                        && workingDir.equals(that.workingDir));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + args.hashCode();
        hash = 31 * hash + command.hashCode();
        hash = 31 * hash + env.hashCode();
        hash = 31 * hash + envFrom.hashCode();
        hash = 31 * hash + image.hashCode();
        hash = 31 * hash + imagePullPolicy.hashCode();
        hash = 31 * hash + Objects.hashCode(lifecycle);
        hash = 31 * hash + Objects.hashCode(livenessProbe);
        hash = 31 * hash + ports.hashCode();
        hash = 31 * hash + Objects.hashCode(readinessProbe);
        hash = 31 * hash + resizePolicy.hashCode();
        hash = 31 * hash + resources.hashCode();
        hash = 31 * hash + Objects.hashCode(restartPolicy);
        hash = 31 * hash + Objects.hashCode(securityContext);
        hash = 31 * hash + Objects.hashCode(startupProbe);
        hash = 31 * hash + Boolean.hashCode(stdin);
        hash = 31 * hash + Boolean.hashCode(stdinOnce);
        hash = 31 * hash + targetContainerName.hashCode();
        hash = 31 * hash + terminationMessagePath.hashCode();
        hash = 31 * hash + terminationMessagePolicy.hashCode();
        hash = 31 * hash + Boolean.hashCode(tty);
        hash = 31 * hash + volumeDevices.hashCode();
        hash = 31 * hash + volumeMounts.hashCode();
        hash = 31 * hash + workingDir.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
